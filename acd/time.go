package acd

import "time"

// Time is an instant in milliseconds since 1970-01-01T00:00:00Z, the finest that Amazon Connect shows. Zero is "never".
type Time int64

// Duration is a span in milliseconds.
type Duration int64

// The spans that the house counts in.
const (
	Second Duration = 1000
	Minute          = 60 * Second
	Hour            = 60 * Minute
	Day             = 24 * Hour
)

// Seconds returns a whole number of seconds as a span.
func Seconds[N ~int | ~int32 | ~int64](n N) Duration { return Duration(n) * Second }

// Add returns the instant a span later.
func (t Time) Add(d Duration) Time { return t + Time(d) }

// Sub returns the span from u to t.
func (t Time) Sub(u Time) Duration { return Duration(t - u) }

// IsZero says whether t is "never".
func (t Time) IsZero() bool { return t == 0 }

// Std returns t as the standard library's time, in UTC.
func (t Time) Std() time.Time { return time.UnixMilli(int64(t)).UTC() }

// TimeOf returns the instant of a standard library's time, cut to the millisecond.
func TimeOf(t time.Time) Time { return Time(t.UnixMilli()) }

// Std returns d as the standard library's duration.
func (d Duration) Std() time.Duration { return time.Duration(d) * time.Millisecond }
