package acd

// StorageType says where something is stored, as Amazon spells it.
type StorageType string

// The kinds of places.
const (
	StorageS3       StorageType = "S3"
	StorageVideo    StorageType = "KINESIS_VIDEO_STREAM"
	StorageStream   StorageType = "KINESIS_STREAM"
	StorageFirehose StorageType = "KINESIS_FIREHOSE"
)

// Encryption says by which key something is encrypted.
type Encryption struct {
	Type  string // KMS
	KeyID string
}

// StorageConfig says where an instance of Amazon's would put one sort of its data. Nothing is put there from here: it
// is kept for those who read it back (A0225). Its type says which of the members are set.
type StorageConfig struct {
	ID           string // of the association
	ResourceType string // what is put there: CALL_RECORDINGS ...
	Type         StorageType

	Bucket         string // of S3
	Prefix         string // of S3, or of a video stream
	RetentionHours int32  // of a video stream
	Encryption     *Encryption
	ARN            string // of the stream, or of the delivery stream
}

// What may be asked about where data is put.
type (
	// AssociateStorageConfig says for the first time where one sort of data is put.
	AssociateStorageConfig struct {
		Config StorageConfig
		Token  ClientToken
	}
	// UpdateStorageConfig says where it is put from now on.
	UpdateStorageConfig struct {
		Config StorageConfig
		Token  ClientToken
	}
	// DisassociateStorageConfig puts it nowhere any more.
	DisassociateStorageConfig struct {
		ID           string
		ResourceType string
		Token        ClientToken
	}
)

// What happens to where data is put.
type (
	// StorageConfigSet says where one sort of data is put.
	StorageConfigSet struct{ Config StorageConfig }
	// StorageConfigRemoved puts it nowhere any more.
	StorageConfigRemoved struct{ ID string }
)

func (AssociateStorageConfig) command()    {}
func (UpdateStorageConfig) command()       {}
func (DisassociateStorageConfig) command() {}

// Nature says that it is a fact.
func (StorageConfigSet) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (StorageConfigRemoved) Nature() Nature { return Fact }
