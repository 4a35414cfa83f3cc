package acd

import "testing"

// TestSettingsForChannels asks for the settings of a user on each channel: those of PhoneConfig speak where the channel
// has none of its own, and its AutoAccept for voice and chat alone (A0031).
func TestSettingsForChannels(t *testing.T) {
	phone := &PhoneConfig{AutoAccept: true, AfterContactWorkLimit: 30}
	own := User{
		AutoAcceptConfigs: []AutoAcceptConfig{{Channel: Voice}, {Channel: Task, AutoAccept: true}},
		AfterContactWork:  []AfterContactWorkConfig{{Channel: Voice, Limit: 5}, {Channel: Task}},
	}
	both := own
	both.Phone = phone
	for _, tt := range []struct {
		about   string
		user    User
		channel Channel
		accepts bool
		limit   Duration
	}{
		{"nothing is set", User{}, Voice, false, 0},
		{"PhoneConfig", User{Phone: phone}, Voice, true, 30 * Second},
		{"PhoneConfig", User{Phone: phone}, Chat, true, 30 * Second},
		{"PhoneConfig", User{Phone: phone}, Task, false, 30 * Second},
		{"PhoneConfig", User{Phone: phone}, Email, false, 30 * Second},
		{"a setting of the channel", own, Voice, false, 5 * Second},
		{"a setting of the channel", own, Task, true, 0},
		{"settings of other channels", own, Chat, false, 0},
		{"both", both, Voice, false, 5 * Second},
		{"both", both, Task, true, 0},
		{"both", both, Chat, true, 30 * Second},
	} {
		if got := tt.user.AutoAccepts(tt.channel); got != tt.accepts {
			t.Errorf("%s: %s is accepted automatically: %v", tt.about, tt.channel, got)
		}
		if got := tt.user.AfterContactWorkLimit(tt.channel); got != tt.limit {
			t.Errorf("%s: after-contact work on %s lasts %d ms, not %d", tt.about, tt.channel, got, tt.limit)
		}
	}
}
