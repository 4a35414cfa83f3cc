# A small contact centre by Terraform, with HashiCorp's own AWS provider:
#
#   go run ./cmd/patchcord dev &
#   cd examples/terraform
#   terraform init
#   terraform apply        # makes it
#   terraform plan         # No changes.
#   terraform destroy
#
# Without the provider's endpoint and its made-up keys it is a configuration for Amazon Connect.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  endpoints {
    connect = var.endpoint
  }
}

variable "endpoint" {
  description = "Where Patchcord listens."
  default     = "http://127.0.0.1:4510"
}

resource "aws_connect_instance" "clinic" {
  identity_management_type  = "CONNECT_MANAGED"
  instance_alias            = "clinic"
  inbound_calls_enabled     = true
  outbound_calls_enabled    = true
  contact_flow_logs_enabled = true
  tags                      = { Team = "Front desk" }
}

resource "aws_connect_hours_of_operation" "day" {
  instance_id = aws_connect_instance.clinic.id
  name        = "Day"
  description = "When somebody is in."
  time_zone   = "Europe/Berlin"
  dynamic "config" {
    for_each = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"]
    content {
      day = config.value
      start_time {
        hours   = 8
        minutes = 0
      }
      end_time {
        hours   = 18
        minutes = 30
      }
    }
  }
}

resource "aws_connect_phone_number" "clinic" {
  target_arn   = aws_connect_instance.clinic.arn
  country_code = "US"
  type         = "DID"
  description  = "The number on the door"
}

resource "aws_connect_contact_flow" "reception" {
  instance_id = aws_connect_instance.clinic.id
  name        = "Reception"
  description = "Everybody waits for a nurse."
  content = jsonencode({
    Version     = "2019-10-30"
    StartAction = "choose"
    Actions = [
      {
        Identifier  = "choose"
        Type        = "UpdateContactTargetQueue"
        Parameters  = { QueueId = aws_connect_queue.nurses.arn }
        Transitions = { NextAction = "wait", Errors = [{ NextAction = "end", ErrorType = "NoMatchingError" }] }
      },
      {
        Identifier = "wait"
        Type       = "TransferContactToQueue"
        Parameters = {}
        Transitions = { NextAction = "end", Errors = [
          { NextAction = "end", ErrorType = "QueueAtCapacity" },
          { NextAction = "end", ErrorType = "NoMatchingError" },
        ] }
      },
      { Identifier = "end", Type = "DisconnectParticipant", Parameters = {}, Transitions = {} },
    ]
  })
}

resource "aws_connect_contact_flow" "to_a_queue" {
  instance_id = aws_connect_instance.clinic.id
  name        = "To a queue"
  type        = "QUEUE_TRANSFER"
  content     = file("${path.module}/../flows/to-a-queue.json")
}

resource "aws_connect_contact_flow_module" "goodbye" {
  instance_id = aws_connect_instance.clinic.id
  name        = "Goodbye"
  content = jsonencode({
    Version     = "2019-10-30"
    StartAction = "say"
    Actions = [
      {
        Identifier  = "say"
        Type        = "MessageParticipant"
        Parameters  = { Text = "Get well soon." }
        Transitions = { NextAction = "back", Errors = [{ NextAction = "back", ErrorType = "NoMatchingError" }] }
      },
      { Identifier = "back", Type = "EndFlowModuleExecution", Parameters = {}, Transitions = {} },
    ]
  })
}

resource "aws_connect_queue" "doctors" {
  instance_id           = aws_connect_instance.clinic.id
  name                  = "Doctors"
  hours_of_operation_id = aws_connect_hours_of_operation.day.hours_of_operation_id
}

resource "aws_connect_quick_connect" "doctors" {
  instance_id = aws_connect_instance.clinic.id
  name        = "A doctor"
  quick_connect_config {
    quick_connect_type = "QUEUE"
    queue_config {
      queue_id        = aws_connect_queue.doctors.queue_id
      contact_flow_id = aws_connect_contact_flow.to_a_queue.contact_flow_id
    }
  }
}

resource "aws_connect_queue" "nurses" {
  instance_id           = aws_connect_instance.clinic.id
  name                  = "Nurses"
  hours_of_operation_id = aws_connect_hours_of_operation.day.hours_of_operation_id
  max_contacts          = 20
  quick_connect_ids     = [aws_connect_quick_connect.doctors.quick_connect_id]
  outbound_caller_config {
    outbound_caller_id_name      = "Clinic"
    outbound_caller_id_number_id = aws_connect_phone_number.clinic.id
  }
}

resource "aws_connect_routing_profile" "nurse" {
  instance_id               = aws_connect_instance.clinic.id
  name                      = "Nurse"
  description               = "One call, or two chats"
  default_outbound_queue_id = aws_connect_queue.nurses.queue_id
  media_concurrencies {
    channel     = "VOICE"
    concurrency = 1
  }
  media_concurrencies {
    channel     = "CHAT"
    concurrency = 2
  }
  dynamic "queue_configs" {
    for_each = ["VOICE", "CHAT"]
    content {
      channel  = queue_configs.value
      queue_id = aws_connect_queue.nurses.queue_id
      priority = 1
      delay    = 0
    }
  }
}

resource "aws_connect_security_profile" "nurse" {
  instance_id = aws_connect_instance.clinic.id
  name        = "Nurse"
  permissions = ["BasicAgentAccess", "OutboundCallAccess"]
}

resource "aws_connect_user_hierarchy_structure" "clinic" {
  instance_id = aws_connect_instance.clinic.id
  hierarchy_structure {
    level_one { name = "House" }
    level_two { name = "Ward" }
  }
}

resource "aws_connect_user_hierarchy_group" "house" {
  instance_id = aws_connect_instance.clinic.id
  name        = "Main house"
  depends_on  = [aws_connect_user_hierarchy_structure.clinic]
}

resource "aws_connect_user_hierarchy_group" "ward" {
  instance_id     = aws_connect_instance.clinic.id
  name            = "Ward 3"
  parent_group_id = aws_connect_user_hierarchy_group.house.hierarchy_group_id
}

resource "aws_connect_user" "ana" {
  instance_id          = aws_connect_instance.clinic.id
  name                 = "ana"
  password             = "Passw0rd!"
  routing_profile_id   = aws_connect_routing_profile.nurse.routing_profile_id
  security_profile_ids = [aws_connect_security_profile.nurse.security_profile_id]
  hierarchy_group_id   = aws_connect_user_hierarchy_group.ward.hierarchy_group_id
  identity_info {
    first_name = "Ana"
    last_name  = "Lopez"
  }
  phone_config {
    phone_type                    = "SOFT_PHONE"
    after_contact_work_time_limit = 30
  }
}

resource "aws_connect_instance_storage_config" "chats" {
  instance_id   = aws_connect_instance.clinic.id
  resource_type = "CHAT_TRANSCRIPTS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "clinic-records"
      bucket_prefix = "chats"
    }
  }
}

resource "aws_connect_lambda_function_association" "records" {
  instance_id  = aws_connect_instance.clinic.id
  function_arn = "arn:aws:lambda:us-east-1:123456789012:function:patient-records"
}
