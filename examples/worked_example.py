"""Amazon's worked example of proficiency routing, played with boto3 in a second.

A customer who speaks French asks about DynamoDB. Two agents are available; neither fits the first wish. The criteria
relax twice, and after a minute Agent1 is offered the contact.

    go run ./cmd/patchcord dev --clock manual &
    python3 examples/worked_example.py

It makes what it needs in the instance that is there, with the API of Amazon Connect alone; only the clock is turned and
the contact accepted through Patchcord's side door. Source: the administrator guide, "Set up routing in Amazon Connect
based on agent proficiencies".
"""

import json
import os
import urllib.request
import uuid

import boto3

ENDPOINT = os.environ.get("AWS_ENDPOINT_URL_CONNECT", "http://127.0.0.1:4510")
connect = boto3.client(
    "connect",
    endpoint_url=ENDPOINT,
    region_name="us-east-1",
    aws_access_key_id=os.environ.get("AWS_ACCESS_KEY_ID", "any"),
    aws_secret_access_key=os.environ.get("AWS_SECRET_ACCESS_KEY", "any"),
)


def side_door(path, body):
    """Asks for what Amazon leaves to its own software: the clock and the agent's actions."""
    request = urllib.request.Request(
        f"{ENDPOINT}/patchcord/v1/{path}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


instance = connect.list_instances()["InstanceSummaryList"][0]["Id"]
run = uuid.uuid4().hex[:6]  # names are unique in an instance; a second run makes new ones

# 1. Create predefined attributes.
language, technology = f"Language-{run}", f"Technology-{run}"
for name, values in (
    (language, ["French", "English"]),
    (technology, ["AWS Kinesis", "AWS DynamoDB", "AWS EC2", "AWS Neptune"]),
):
    connect.create_predefined_attribute(InstanceId=instance, Name=name, Values={"StringList": values})

# 2. Make a queue, a routing profile that serves it, and two agents with proficiencies.
hours = connect.list_hours_of_operations(InstanceId=instance)["HoursOfOperationSummaryList"][0]["Id"]
queue = connect.create_queue(InstanceId=instance, Name=f"General Inbound {run}", HoursOfOperationId=hours)["QueueId"]
profile = connect.create_routing_profile(
    InstanceId=instance,
    Name=f"General {run}",
    Description="Serves the general inbound queue",
    DefaultOutboundQueueId=queue,
    MediaConcurrencies=[{"Channel": "TASK", "Concurrency": 1}],
    QueueConfigs=[{"QueueReference": {"QueueId": queue, "Channel": "TASK"}, "Priority": 1, "Delay": 0}],
)["RoutingProfileId"]
security = connect.list_security_profiles(InstanceId=instance)["SecurityProfileSummaryList"][0]["Id"]
statuses = connect.list_agent_statuses(InstanceId=instance)["AgentStatusSummaryList"]
available = next(status["Id"] for status in statuses if status["Type"] == "ROUTABLE")

agents = {}
for username, levels in (
    ("Agent1", {"AWS Kinesis": 2, "AWS DynamoDB": 4, "AWS EC2": 4, "French": 3, "English": 4}),
    ("Agent2", {"AWS DynamoDB": 3, "AWS EC2": 5, "AWS Neptune": 5, "French": 4, "English": 3}),
):
    user = connect.create_user(
        InstanceId=instance,
        Username=f"{username}-{run}",
        Password="Not-used-here-1",
        IdentityInfo={"FirstName": username, "LastName": "Example"},
        SecurityProfileIds=[security],
        RoutingProfileId=profile,
    )["UserId"]
    connect.associate_user_proficiencies(
        InstanceId=instance,
        UserId=user,
        UserProficiencies=[
            {
                "AttributeName": technology if value.startswith("AWS") else language,
                "AttributeValue": value,
                "Level": level,
            }
            for value, level in levels.items()
        ],
    )
    connect.put_user_status(InstanceId=instance, UserId=user, AgentStatusId=available)
    agents[username] = user

# 3. A flow that sets the routing criteria and transfers to the queue.


def at_least(name, value, level):
    """A condition as exported flows write it: every number is a text."""
    return {
        "AttributeCondition": {
            "Name": name,
            "Value": value,
            "ProficiencyLevel": str(level),
            "ComparisonOperator": "NumberGreaterOrEqualTo",
        }
    }


def step(french, dynamodb, seconds=None):
    """A step of the criteria, for some seconds or for ever."""
    both = [at_least(language, "French", french), at_least(technology, "AWS DynamoDB", dynamodb)]
    expression = {"Expression": {"AndExpression": both}}
    return expression | ({"Expiry": {"DurationInSeconds": str(seconds)}} if seconds else {})


def action(identifier, kind, parameters, following=None, errors=()):
    """A block of the Flow language."""
    transitions = {"NextAction": following} if following else {}
    if errors:
        transitions["Errors"] = [{"NextAction": "end", "ErrorType": error} for error in errors]
    return {"Identifier": identifier, "Type": kind, "Parameters": parameters, "Transitions": transitions}


criteria = {"RoutingCriteria": {"Steps": [step(4, 5, 30), step(4, 4, 30), step(3, 4)]}}
content = {
    "Version": "2019-10-30",
    "StartAction": "queue",
    "Actions": [
        action("queue", "UpdateContactTargetQueue", {"QueueId": queue}, "criteria", ["NoMatchingError"]),
        action("criteria", "UpdateContactRoutingCriteria", criteria, "transfer", ["NoMatchingError"]),
        action("transfer", "TransferContactToQueue", {}, "end", ["QueueAtCapacity", "NoMatchingError"]),
        action("end", "DisconnectParticipant", {}),
    ],
}
flow = connect.create_contact_flow(
    InstanceId=instance, Name=f"Ask for French {run}", Type="CONTACT_FLOW", Content=json.dumps(content)
)["ContactFlowId"]

# 4. The contact comes in, and time passes.
contact = connect.start_task_contact(InstanceId=instance, ContactFlowId=flow, Name="A second call about DynamoDB")[
    "ContactId"
]


def show(when):
    """Prints the steps of the contact and returns their statuses."""
    steps = connect.describe_contact(InstanceId=instance, ContactId=contact)["Contact"]["RoutingCriteria"]["Steps"]
    print(f"{when}:")
    for number, each in enumerate(steps, 1):
        expiry = each.get("Expiry", {}).get("ExpiryTimestamp")
        print(f"   step {number} {each['Status']:8}", f"until {expiry:%H:%M:%S} UTC" if expiry else "")
    return [each["Status"] for each in steps]


def ringing():
    """Names the agents at whom the contact rings."""
    data = connect.get_current_user_data(InstanceId=instance, Filters={"Agents": list(agents.values())})
    at = {
        entry["User"]["Id"]
        for entry in data["UserDataList"]
        for held in entry.get("Contacts", [])
        if held["ContactId"] == contact and held["AgentContactState"] == "CONNECTING"
    }
    return [name for name, user in agents.items() if user in at]


assert show("The contact is queued") == ["ACTIVE", "INACTIVE", "INACTIVE"]
assert ringing() == []
side_door("clock", {"AdvanceSeconds": 30})
assert show("After 30 seconds") == ["EXPIRED", "ACTIVE", "INACTIVE"]
assert ringing() == []
side_door("clock", {"AdvanceSeconds": 30})
assert show("After 60 seconds") == ["EXPIRED", "EXPIRED", "ACTIVE"]
assert ringing() == ["Agent1"]
print("It rings at Agent1, who accepts.")
side_door(f"instances/{instance}/users/{agents['Agent1']}/contacts/{contact}/accept", {})
assert show("Accepted") == ["EXPIRED", "EXPIRED", "JOINED"]
agent = connect.describe_contact(InstanceId=instance, ContactId=contact)["Contact"]["AgentInfo"]
assert agent["Id"] == agents["Agent1"]
print(f"Agent1 has been with the customer since {agent['ConnectedToAgentTimestamp']:%H:%M:%S} UTC.")
