package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) associateInstanceStorageConfig(c *Call, in *sdk.AssociateInstanceStorageConfigInput) (
	*sdk.AssociateInstanceStorageConfigOutput, error,
) {
	config, err := storageConfig(in.ResourceType, in.StorageConfig)
	switch {
	case err != nil:
		return nil, err
	case config.ID != "":
		return nil, acd.Errorf(acd.Improper, "StorageConfig.AssociationId is given, which a new association gets here; "+
			"leave it out")
	}
	id, err := h.do(c, c.place(in.InstanceId), acd.AssociateStorageConfig{Config: config, Token: clientToken(in)})
	if err != nil {
		return nil, err
	}
	return &sdk.AssociateInstanceStorageConfigOutput{AssociationId: &id}, nil
}

func (h *handlers) updateInstanceStorageConfig(c *Call, in *sdk.UpdateInstanceStorageConfigInput) (
	*sdk.UpdateInstanceStorageConfigOutput, error,
) {
	config, err := storageConfig(in.ResourceType, in.StorageConfig)
	id := value(in.AssociationId)
	switch {
	case err != nil:
		return nil, err
	case config.ID != "" && config.ID != id:
		return nil, acd.Errorf(acd.Improper, "StorageConfig.AssociationId is %q and AssociationId %q; they are one",
			config.ID, id)
	}
	config.ID = id
	_, err = h.do(c, c.place(in.InstanceId), acd.UpdateStorageConfig{Config: config, Token: clientToken(in)})
	return nil, err
}

func (h *handlers) disassociateInstanceStorageConfig(c *Call, in *sdk.DisassociateInstanceStorageConfigInput) (
	*sdk.DisassociateInstanceStorageConfigOutput, error,
) {
	_, err := h.do(c, c.place(in.InstanceId), acd.DisassociateStorageConfig{
		ID: value(in.AssociationId), ResourceType: string(in.ResourceType), Token: clientToken(in)})
	return nil, err
}

func (h *handlers) describeInstanceStorageConfig(c *Call, in *sdk.DescribeInstanceStorageConfigInput) (
	*sdk.DescribeInstanceStorageConfigOutput, error,
) {
	return look(h, c.place(in.InstanceId), func(i *instance.Instance) (*sdk.DescribeInstanceStorageConfigOutput, error) {
		config, ok := i.Directory().StorageConfig(value(in.AssociationId), string(in.ResourceType))
		if !ok {
			return nil, unknown("association of "+string(in.ResourceType), value(in.AssociationId))
		}
		return &sdk.DescribeInstanceStorageConfigOutput{StorageConfig: new(storageOut(config))}, nil
	})
}

func (h *handlers) listInstanceStorageConfigs(c *Call, in *sdk.ListInstanceStorageConfigsInput) (
	*sdk.ListInstanceStorageConfigsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListInstanceStorageConfigsOutput, error) {
		kind := string(in.ResourceType)
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, kind), i.Directory().StorageConfigs(kind),
			func(s acd.StorageConfig) string { return s.ID })
		if err != nil {
			return nil, err
		}
		return &sdk.ListInstanceStorageConfigsOutput{NextToken: next, StorageConfigs: each(found, storageOut)}, nil
	})
}

// storageConfig reads where data is put. The config of the type that is named is given, and no other.
func storageConfig(kind types.InstanceStorageResourceType, in *types.InstanceStorageConfig) (acd.StorageConfig, error) {
	config := acd.StorageConfig{ID: value(in.AssociationId), ResourceType: string(kind),
		Type: acd.StorageType(in.StorageType)}
	given := 0
	if s3 := in.S3Config; s3 != nil {
		given++
		config.Bucket, config.Prefix, config.Encryption = *s3.BucketName, *s3.BucketPrefix, encryption(s3.EncryptionConfig)
	}
	if video := in.KinesisVideoStreamConfig; video != nil {
		given++
		config.Prefix, config.RetentionHours = *video.Prefix, video.RetentionPeriodHours
		config.Encryption = encryption(video.EncryptionConfig)
	}
	if stream := in.KinesisStreamConfig; stream != nil {
		given++
		config.ARN = *stream.StreamArn
	}
	if firehose := in.KinesisFirehoseConfig; firehose != nil {
		given++
		config.ARN = *firehose.FirehoseArn
	}
	has := map[types.StorageType]bool{
		types.StorageTypeS3:                 in.S3Config != nil,
		types.StorageTypeKinesisVideoStream: in.KinesisVideoStreamConfig != nil,
		types.StorageTypeKinesisStream:      in.KinesisStreamConfig != nil,
		types.StorageTypeKinesisFirehose:    in.KinesisFirehoseConfig != nil,
	}
	if given != 1 || !has[in.StorageType] {
		return config, acd.Errorf(acd.Improper, "StorageConfig has %d configs, and StorageType is %s; give the config of "+
			"that type alone", given, in.StorageType)
	}
	return config, nil
}

func encryption(in *types.EncryptionConfig) *acd.Encryption {
	if in == nil {
		return nil
	}
	return &acd.Encryption{Type: string(in.EncryptionType), KeyID: value(in.KeyId)}
}

func storageOut(s acd.StorageConfig) types.InstanceStorageConfig {
	out := types.InstanceStorageConfig{AssociationId: &s.ID, StorageType: types.StorageType(s.Type)}
	var key *types.EncryptionConfig
	if s.Encryption != nil {
		key = &types.EncryptionConfig{EncryptionType: types.EncryptionType(s.Encryption.Type), KeyId: &s.Encryption.KeyID}
	}
	switch s.Type {
	case acd.StorageS3:
		out.S3Config = &types.S3Config{BucketName: &s.Bucket, BucketPrefix: &s.Prefix, EncryptionConfig: key}
	case acd.StorageVideo:
		out.KinesisVideoStreamConfig = &types.KinesisVideoStreamConfig{Prefix: &s.Prefix,
			RetentionPeriodHours: s.RetentionHours, EncryptionConfig: key}
	case acd.StorageStream:
		out.KinesisStreamConfig = &types.KinesisStreamConfig{StreamArn: &s.ARN}
	case acd.StorageFirehose:
		out.KinesisFirehoseConfig = &types.KinesisFirehoseConfig{FirehoseArn: &s.ARN}
	}
	return out
}
