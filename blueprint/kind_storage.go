package blueprint

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// There is one place for each sort of data (A0225), so that it is known by that.
func storageNature() nature[Storage] {
	return nature[Storage]{
		list: listStorage,
		describe: func(ctx context.Context, s *Site, data, id string) (Storage, error) {
			out, err := s.client.DescribeInstanceStorageConfig(ctx, &sdk.DescribeInstanceStorageConfigInput{
				InstanceId: &s.id, AssociationId: &id, ResourceType: types.InstanceStorageResourceType(data)})
			if err != nil {
				return Storage{}, err
			}
			return storageOf(data, out.StorageConfig), nil
		},
		create: func(ctx context.Context, s *Site, want Storage) (id, arn *string, err error) {
			out, err := s.client.AssociateInstanceStorageConfig(ctx, &sdk.AssociateInstanceStorageConfigInput{
				InstanceId: &s.id, ResourceType: types.InstanceStorageResourceType(want.Data), StorageConfig: configOf(want)})
			if err != nil {
				return nil, nil, err
			}
			return out.AssociationId, nil, nil
		},
		change: func(ctx context.Context, s *Site, id string, target Storage, _ fields) error {
			_, err := s.client.UpdateInstanceStorageConfig(ctx, &sdk.UpdateInstanceStorageConfigInput{InstanceId: &s.id,
				AssociationId: &id, ResourceType: types.InstanceStorageResourceType(target.Data),
				StorageConfig: configOf(target)})
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DisassociateInstanceStorageConfig(ctx, &sdk.DisassociateInstanceStorageConfigInput{
				InstanceId: &s.id, AssociationId: &id,
				ResourceType: types.InstanceStorageResourceType(s.of(kindStorage).names[id])})
			return err
		},
	}
}

// listStorage asks for each sort of data where it is put.
func listStorage(ctx context.Context, s *Site) ([]named, error) {
	var found []named
	for _, data := range types.InstanceStorageResourceType("").Values() {
		list, err := all(func(token *string) ([]types.InstanceStorageConfig, *string, error) {
			out, err := s.client.ListInstanceStorageConfigs(ctx, &sdk.ListInstanceStorageConfigsInput{InstanceId: &s.id,
				ResourceType: data, NextToken: token})
			if err != nil {
				return nil, nil, err
			}
			return out.StorageConfigs, out.NextToken, nil
		})
		if err != nil {
			return nil, err
		}
		for _, config := range list {
			found = append(found, named{aws.String(string(data)), config.AssociationId, nil})
		}
	}
	return found, nil
}

func storageOf(data string, config *types.InstanceStorageConfig) Storage {
	found := Storage{Data: data}
	if c := config.S3Config; c != nil {
		found.Bucket = &Bucket{Name: aws.ToString(c.BucketName), Prefix: aws.ToString(c.BucketPrefix)}
		if c.EncryptionConfig != nil {
			found.Bucket.Key = c.EncryptionConfig.KeyId
		}
	}
	if c := config.KinesisVideoStreamConfig; c != nil {
		found.Video = &Video{Prefix: aws.ToString(c.Prefix), Hours: c.RetentionPeriodHours}
		if c.EncryptionConfig != nil {
			found.Video.Key = aws.ToString(c.EncryptionConfig.KeyId)
		}
	}
	if config.KinesisStreamConfig != nil {
		found.Stream = config.KinesisStreamConfig.StreamArn
	}
	if config.KinesisFirehoseConfig != nil {
		found.Firehose = config.KinesisFirehoseConfig.FirehoseArn
	}
	return found
}

func configOf(want Storage) *types.InstanceStorageConfig {
	key := func(id *string) *types.EncryptionConfig {
		if id == nil {
			return nil
		}
		return &types.EncryptionConfig{EncryptionType: types.EncryptionTypeKms, KeyId: id}
	}
	switch {
	case want.Bucket != nil:
		return &types.InstanceStorageConfig{StorageType: types.StorageTypeS3, S3Config: &types.S3Config{
			BucketName: &want.Bucket.Name, BucketPrefix: &want.Bucket.Prefix, EncryptionConfig: key(want.Bucket.Key)}}
	case want.Video != nil:
		return &types.InstanceStorageConfig{StorageType: types.StorageTypeKinesisVideoStream,
			KinesisVideoStreamConfig: &types.KinesisVideoStreamConfig{Prefix: &want.Video.Prefix,
				RetentionPeriodHours: want.Video.Hours, EncryptionConfig: key(&want.Video.Key)}}
	case want.Stream != nil:
		return &types.InstanceStorageConfig{StorageType: types.StorageTypeKinesisStream,
			KinesisStreamConfig: &types.KinesisStreamConfig{StreamArn: want.Stream}}
	}
	return &types.InstanceStorageConfig{StorageType: types.StorageTypeKinesisFirehose,
		KinesisFirehoseConfig: &types.KinesisFirehoseConfig{FirehoseArn: want.Firehose}}
}

// places counts the places that data is to be put to.
func (s Storage) places() int {
	count := 0
	for _, given := range []bool{s.Bucket != nil, s.Video != nil, s.Stream != nil, s.Firehose != nil} {
		if given {
			count++
		}
	}
	return count
}

func functionNature() nature[Function] {
	return nature[Function]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListLambdaFunctions(ctx,
					&sdk.ListLambdaFunctionsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, arn := range out.LambdaFunctions {
					found = append(found, named{&arn, &arn, nil})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(_ context.Context, _ *Site, name, _ string) (Function, error) { return Function{ARN: name}, nil },
		create: func(ctx context.Context, s *Site, f Function) (id, arn *string, err error) {
			_, err = s.client.AssociateLambdaFunction(ctx,
				&sdk.AssociateLambdaFunctionInput{InstanceId: &s.id, FunctionArn: &f.ARN})
			return &f.ARN, nil, err
		},
		change: func(context.Context, *Site, string, Function, fields) error { return nil }, // nothing of it can
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DisassociateLambdaFunction(ctx,
				&sdk.DisassociateLambdaFunctionInput{InstanceId: &s.id, FunctionArn: &id})
			return err
		},
	}
}

// An account that is not given is that of the instance.
func dataSetNature() nature[DataSet] {
	given := func(s *Site, account *string) string {
		if arn := strings.Split(s.arn, ":"); len(arn) > 4 && arn[4] == aws.ToString(account) {
			return ""
		}
		return aws.ToString(account)
	}
	cut := func(key string) (name string, account *string) {
		name, rest, _ := strings.Cut(key, " ")
		if rest != "" {
			account = &rest
		}
		return name, account
	}
	return nature[DataSet]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListAnalyticsDataAssociations(ctx,
					&sdk.ListAnalyticsDataAssociationsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, r := range out.Results {
					key := keyOf(DataSet{Name: aws.ToString(r.DataSetId), Account: given(s, r.TargetAccountId)})
					found = append(found, named{&key, &key, nil})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(_ context.Context, _ *Site, key, _ string) (DataSet, error) {
			name, account := cut(key)
			return DataSet{Name: name, Account: aws.ToString(account)}, nil
		},
		create: func(ctx context.Context, s *Site, d DataSet) (id, arn *string, err error) {
			name, account := cut(keyOf(d))
			_, err = s.client.AssociateAnalyticsDataSet(ctx, &sdk.AssociateAnalyticsDataSetInput{InstanceId: &s.id,
				DataSetId: &name, TargetAccountId: account})
			return aws.String(keyOf(d)), nil, err
		},
		change: func(context.Context, *Site, string, DataSet, fields) error { return nil }, // nothing of it can
		remove: func(ctx context.Context, s *Site, key string) error {
			name, account := cut(key)
			_, err := s.client.DisassociateAnalyticsDataSet(ctx, &sdk.DisassociateAnalyticsDataSetInput{InstanceId: &s.id,
				DataSetId: &name, TargetAccountId: account})
			return err
		},
	}
}
