// Package report makes numbers of contacts that have been: how many were handled, how long they waited, which part was
// answered in time. It is the arithmetic of GetMetricDataV2 and GetMetricData, by Amazon's own definitions
// (AG:metrics-definitions), and knows neither where contacts are kept nor how the numbers travel.
//
//	contacts ──> Question.Answer ──> a Row for each interval and group, with a value for each metric
//
// A contact counts where it was disconnected; a few metrics count it where it was queued or connected instead, which
// their names say (A0181). A metric that has nothing to divide by has no value. Contacts of agent queues
// count in no queue.
//
// Start with measure.go, the list of the metrics, then question.go.
package report
