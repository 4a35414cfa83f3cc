// Package blueprint keeps an instance in one readable file: it reads the file, reads the instance, says what differs,
// and makes the instance as the file says.
//
//	instance.yaml ──Load──▶ Blueprint ─┐
//	                                   ├─Plan──▶ changes ──Make──▶ requests
//	a server ──────Survey─▶ Site ──────┘
//	                          └────Save──▶ instance.yaml and its flows
//
// It speaks the API of Amazon Connect through Amazon's client and nothing else, so the server may be Patchcord or
// Amazon Connect itself. Things are known by their names; ids never stand in a file, not even in flows (A0270). What a
// file does not name is left alone (A0271).
//
// It never knows where the server is or who asks: the caller brings the client. Start reading at model.go, which is the
// file's form, and at plan.go.
package blueprint
