package blueprint

// A Storage is where one sort of data is put. Exactly one of its places is given.
type Storage struct {
	At       Position `yaml:"-"`
	Data     string   `yaml:"data" key:"yes" need:"yes" enums:"data"`
	Bucket   *Bucket  `yaml:"s3"`
	Video    *Video   `yaml:"videoStream"`
	Stream   *string  `yaml:"stream"`
	Firehose *string  `yaml:"firehose"`
}

// A Bucket is a place in Amazon S3.
type Bucket struct {
	Name   string  `yaml:"bucket" need:"yes"`
	Prefix string  `yaml:"prefix" need:"yes"`
	Key    *string `yaml:"kmsKey"`
}

// A Video is a Kinesis video stream.
type Video struct {
	Prefix string `yaml:"prefix" need:"yes"`
	Hours  int32  `yaml:"retentionHours" need:"yes"`
	Key    string `yaml:"kmsKey" need:"yes"`
}

// A Function is a Lambda function that flows may invoke.
type Function struct {
	At  Position `yaml:"-"`
	ARN string   `yaml:"arn" key:"yes" need:"yes"`
}

// A DataSet is data for analysis that is shared with an account.
type DataSet struct {
	At      Position `yaml:"-"`
	Name    string   `yaml:"dataSet" key:"yes" need:"yes"`
	Account string   `yaml:"account" key:"yes"`
}

// An EmailAddress is an address of the instance.
type EmailAddress struct {
	At          Position          `yaml:"-"`
	Address     string            `yaml:"address" key:"yes" need:"yes"`
	DisplayName *string           `yaml:"displayName"`
	Description *string           `yaml:"description"`
	Flow        *string           `yaml:"flow" ref:"flow" late:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// A Prompt is something to be played. Where it lies cannot be read back (A0283).
type Prompt struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	Source      *string           `yaml:"source" once:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// A TaskTemplate is a form for tasks.
type TaskTemplate struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	Status      *string           `yaml:"status" enum:"ACTIVE,INACTIVE"`
	Flow        *string           `yaml:"flow" ref:"flow"`
	SelfAssign  *string           `yaml:"selfAssignFlow" ref:"flow"`
	Fields      []TaskField       `yaml:"fields" need:"yes"`
	Tags        map[string]string `yaml:"tags" late:"yes"`
}

// A TaskField is a field of a form for tasks.
type TaskField struct {
	Name        string   `yaml:"name" need:"yes"`
	Type        string   `yaml:"type" need:"yes" enums:"task-field"`
	Description *string  `yaml:"description"`
	Options     []string `yaml:"options"`
	Default     *string  `yaml:"default"`
	Required    *bool    `yaml:"required"`
	ReadOnly    *bool    `yaml:"readOnly"`
	Invisible   *bool    `yaml:"invisible"`
}
