/*
Package connect is the front door: it speaks Amazon Connect's API over HTTP, so that any AWS SDK, the AWS CLI and
Terraform work against Patchcord unchanged.

# What is this room for

A request walks through it in one direction:

	request ─ router ─ ReadBody ─ Authenticator ─ Authorizer ─ checkedStruct ─ handler ─ structWriter ─ answer
	          which    1 MiB      whose key,      may he?      bounds, and     asks the  as JSON
	          of 380              SigV4                        into the SDK's  engine
	                                                           input struct

The structs are those of the official Go SDK; nothing of the API is typed again. What the structs do not carry comes
from three tables of Amazon's published model, in the folder api: operations.tsv (method, URI, declared exceptions),
inputs.tsv (every member of the inputs with its bounds) and errors.tsv (every exception with its status).

Three rules surprise at first:

  - Bounds are checked on the text of the body, before it becomes a Go value: a bool cannot tell false from absent, and
    a float32 rounds 5.00000001 to 5.
  - Zero is a value. What is left out of an answer is what was never set, not what is zero (omission in encode.go).
  - Labels and query parameters never come from the body, whatever it says.

# What it never does

It never decides anything about routing: a handler turns an input into a command of package acd, asks the engine, and
turns the answer into an output. It never imports routing, directory or journal. It holds no state of an instance, and
its only clock is the one that ages signatures. The names of Amazon's exceptions stand in error.go and sigv4.go alone; a
handler returns an *acd.Error.

# Where to start reading

routes.go lists the operations that are served, one row each; server.go takes a request through the steps above. Then
shape.go and check.go for the bounds, once.go, decode.go and encode.go for the wire, error.go for refusals. The
handlers stand in a file of their noun each: queue.go shows what they look like, arn.go and engine.go what all of them
lean on, search.go what the searches share.
*/
package connect
