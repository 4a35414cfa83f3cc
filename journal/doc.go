// Package journal is the memory: an ordered, durable list of records with one
// writer, an archive that is written in the same transaction, with an index by
// which its entries are found, and snapshots that bound the replay.
//
// It never knows what the bytes mean, never imports the dictionary, never reads
// a clock, and never falls back in silence: what it cannot prove it refuses, and
// leaves as it was found.
//
// Start reading in journal.go, which says what a journal does; then sqlite.go
// (one append), open.go (one start) and walk.go (the chain). Memory in memory.go
// is the slow twin: obviously right, and the SQLite journal must agree with it.
//
// # What is assumed of a crash
//
// The process may be killed at any instruction and the power may be cut at any
// time. A file that was synced keeps its bytes; a write that was not synced may
// be there, be gone, or be torn at a sector of 512 bytes. Bits may rot anywhere
// at any time. The disk may fill up, and it may refuse any write or sync.
//
// # Limitations
//
//   - Linux and macOS only, on a local disk: a network file system neither locks
//     nor syncs as SQLite needs.
//   - The chain proves that nothing was changed by accident, and that nothing was
//     changed behind the mark. It is not signed: who can write the directory can
//     write another history and a mark that fits.
//   - The mark is not synced with each commit. After a power cut that also spoils
//     the end of the WAL, records that the mark did not yet name on the disk can
//     be lost unnoticed. A kill of the process alone loses nothing.
//   - Open proves the records after the latest snapshot or the mark, whichever is
//     older. Rot in what is older shows when it is read, or by Verify.
//   - Damage to SQLite's own pages, not to a row, is refused but not repaired:
//     restore a backup.
//   - A disk quota that statfs does not show is found in the middle of a write.
//     That stops the journal, where a full disk is only a refusal.
//   - Trim and Forget free pages for reuse; the file does not shrink.
//   - Verify and Backup read in one transaction, and the WAL grows meanwhile.
//
// # The files
//
//	DIR/                    0700, the files 0600
//	  patchcord.db          SQLite: one row a batch, the archive, the snapshots
//	  patchcord.db-wal      commits that are not in the file yet
//	  patchcord.db-shm      SQLite's index of the WAL, made anew after a kill
//	  patchcord.mark        the last record that was acknowledged
//	  patchcord.lock        held by the one server; its process id
//	  lost-18/              what `accept-loss --from 18` gave up
//	  *.new                 a file that is not whole yet
//
// # A record
//
//	record n-1      record n                                          record n+1
//	+--------+     +--------------------------------------------+     +----------+
//	|        |     | sequence  n                                |     |          |
//	|   hash ----> | previous  hash of record n-1               |     |          |
//	|        |     | batch     first 16 bytes of                |     |          |
//	|        |     |           SHA-256(previous, n, C, archive) |     |          |
//	|        |     | archive   SHA-256 of the archive entries,  |     |          |
//	|        |     |           empty if there are none          |     |          |
//	|        |     | form      -2 S2, -1 plain, 0 zstd, or zstd |     |          |
//	|        |     |           with the dictionary of this id   |     |          |
//	|        |     | crc       CRC32C of all other columns      |     |          |
//	|        |     | payload   packed as form says              |     |          |
//	+--------+     +--------------------------------------------+     |          |
//	                C    = BLAKE3(payload, unpacked)                  |          |
//	                hash = SHA-256(previous, n, C, archive, batch) -> | previous |
//	                                                                  +----------+
//
// Numbers are 8 bytes, little-endian. A hash is not stored with its own record:
// the next one names it, and so does the mark. The chain is over what was told,
// not over how it is packed, so another dictionary or another engine makes the
// same chain.
//
// The other tables: anchor holds the last trimmed record's sequence and hash,
// where the chain now begins; archive holds one row a key, with the record that
// first wrote it and the marks that it has in the index; mark holds the index, the
// marks of each word in their order, and word the words; snapshot and snapshot_part hold states; dictionary holds every
// dictionary ever used, so old rows stay readable; backup holds, in a backup
// file, where it ends; loss holds what has been accepted as lost.
//
// The layout of patchcord.mark is drawn in mark.go, that of a row's marks in words.go.
//
// Format 1 had no index, and found the rows by their keys alone. Open brings such
// a database to the present format in one transaction, before it writes anything
// else; Verify and AcceptLoss take it as it is.
//
// # One append
//
//	transaction: row, archive rows with their marks  ->  WAL synced  ->  mark written  ->  answer
//
// The mark is written after the commit, so it never leads: whatever it names was
// durable before. It is synced by SaveSnapshot and Close.
//
// # Recovery
//
//  1. Lock the directory, or name the process that has it.
//  2. Read the mark. One spoilt slot of two is noticed; none whole, or no mark
//     beside records, is a refusal.
//  3. Open the database to read only. SQLite drops what is torn at the end of the
//     WAL, without a word; the steps 4 to 6 are here because of that.
//  4. Walk from the latest snapshot or the mark, whichever is older: every row
//     has its checksum, is what its batch id names, and follows the row before.
//  5. The record at the mark has the mark's hash.
//  6. The end is not below the mark. Otherwise, or if 4 or 5 fail, refuse with a
//     *Loss: which records, and the command that accepts it. Nothing has been
//     changed; the WAL is still as the crash left it.
//  7. Open the connection that writes, in WAL mode with synchronous=FULL, and read
//     both back.
//  8. Sync the WAL: after a kill, the last record may lie in it without having
//     reached the disk, and from now on it counts. Then raise the mark to the end.
//
// AcceptLoss truncates to what step 4 could prove, after it has kept the WAL, the
// mark and the dropped rows in a directory of their own.
package journal
