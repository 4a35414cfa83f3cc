// Package keys is the key cabinet of a server: the pairs of access key and secret with which requests are signed,
// each with what its holder may do.
//
// They lie in one small file, DIR/keys.json, that only the server's user can read. The secrets are in it as they are:
// a signature can be checked only by making it again. The file is never changed in place, so whoever reads it meets
// all of one version; a Cabinet writes it, from any process, and a Ring, in the server, looks now and then whether
// there is a new one. The package never falls open: a file that cannot be read, or that says what it does not know,
// holds no key. It never reads a clock and knows nothing of signatures.
//
// Start with key.go, then cabinet.go for who writes and ring.go for who reads.
package keys
