// Command patchcord routes contacts to agents and speaks the API of Amazon Connect.
//
//	patchcord dev                    everything in memory, any credentials: for development and tests
//	patchcord serve --data DIR       durable, signed
//	patchcord keys create --data DIR --role admin
//	patchcord journal verify --data DIR
//	patchcord backup --data DIR FILE
//
// This is where the rooms are put together: journal and engine, the streams that watch it, the front door and the side
// door, a listener before them, and the commands and flags of a human above. It decides nothing that the rooms could
// decide, and keeps nothing between two runs.
//
// Start with main.go, then house.go for how the rooms are put together, server.go for how they are listened to, and
// dev.go and serve.go for the two ways to live.
package main
