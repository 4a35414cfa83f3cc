// Package lambda asks the functions that flows invoke: it carries what a block of a contact's flow asks to an HTTP
// endpoint that the operator has named, in the form in which Amazon Connect asks an AWS Lambda function, and tells the
// engine what was answered.
//
// The mind never reaches out. It says that a run of a flow waits for a function, and by when; this room sees that as an
// observer of the engine, asks at least once (again after a restart, while there is time), and gives the answer back as
// a command with the id of the ask. An answer that comes too late finds nobody waiting and is dropped. A function that
// nobody has named an endpoint for fails at once, so that the error branch of its block is taken.
//
// Start with lambda.go.
package lambda
