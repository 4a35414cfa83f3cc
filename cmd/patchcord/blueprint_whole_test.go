package main

import (
	"strings"
	"testing"
)

// faults lets a server be difficult, or not any more.
func (s *running) faults(plan string) {
	s.Helper()
	if status, answer := s.fetch("PUT", "/patchcord/v1/faults", plan); status != 200 {
		s.Fatalf("%d %s", status, answer)
	}
}

// An instance that has everything, written to a file and made elsewhere, is the same there to the letter, also where a
// third of the requests come too fast.
func TestExportIsWhole(t *testing.T) {
	w := newWorld(t)
	first, other := w.start("dev", "--empty"), w.start("dev", "--empty", "--seed", "2")
	at, elsewhere := "--endpoint=http://"+first.address, "--endpoint=http://"+other.address
	w.must("apply", w.every(), at)
	if again := w.must("apply", w.file("every/every.yaml"), at); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.must("export", w.file("first/instance.yaml"), at)
	flags := []string{"apply", w.file("first/instance.yaml"), elsewhere, "--at-once", "4", "--password-file",
		w.write("password", "Change-me-3\n")}
	code, _, said := w.run(flags...)
	if code != exitFault || !strings.Contains(said, `the prompt "Welcome" is new and has no source; give one like `+
		"s3://bucket/file.wav, or --prompts") {
		t.Errorf("without sounds: exit %d, %s", code, said)
	}
	flags = append(flags, "--prompts", "s3://sounds/here")
	w.must(flags...)
	if again := w.must(flags...); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	other.faults(`{"Faults": [{"Operation": "*", "Exception": "ThrottlingException", "Percent": 33}]}`)
	w.must("export", w.file("other/instance.yaml"), elsewhere)
	w.same("first", "other")
	first.stop()
	other.stop()
}

// What may not be read is left out of the file, and the file says so. It can be applied all the same; one that has
// entries there cannot.
func TestPullWhatMayBeRead(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	w.must("apply", w.every(), at)
	s.faults(`{"Faults": [{"Operation": "ListUsers", "Exception": "AccessDeniedException", "Percent": 100},
		{"Operation": "ListHoursOfOperations", "Exception": "AccessDeniedException", "Percent": 100},
		{"Operation": "ListSecurityProfileApplications", "Exception": "AccessDeniedException", "Percent": 100}]}`)
	code, _, said := w.run("export", w.file("out/instance.yaml"), at)
	text := w.folder("out")["/instance.yaml"]
	for _, want := range []string{
		"not read: hours (ListHoursOfOperations: AccessDeniedException: ",
		"not read: queues (they name things of the kind hours, which cannot be read)",
		"not read: applications of securityProfiles (ListSecurityProfileApplications: AccessDeniedException: ",
		"not read: users (ListUsers: AccessDeniedException: ",
	} {
		if code != exitOK || !strings.Contains(said, want) || !strings.Contains(text, "\n# "+want) {
			t.Errorf("exit %d, %s; want %s; the file begins\n%.600s", code, said, want, text)
		}
	}
	for _, gone := range []string{"\nusers:", "\nqueues:", "\nhours:", "applications:"} {
		if strings.Contains(text, gone) {
			t.Errorf("%s is there:\n%s", gone, text)
		}
	}
	if again := w.must("apply", w.file("out/instance.yaml"), at); again != nothing {
		t.Errorf("applied:\n%s", again)
	}
	code, _, said = w.run("apply", w.file("every/every.yaml"), at)
	if code != exitFault || !strings.Contains(said, "every.yaml:27:5: hours cannot be compared: ListHoursOfOperations: "+
		"AccessDeniedException") {
		t.Errorf("exit %d, %s", code, said)
	}
	s.stop()
}

// An apply that is cut off anywhere is taken up by the next.
func TestApplyGoesOn(t *testing.T) {
	w := newWorld(t)
	s, whole := w.start("dev", "--empty"), w.start("dev", "--empty")
	at, file := "--endpoint=http://"+s.address, w.every()
	for _, operation := range []string{"UpdateInstanceAttribute", "CreatePredefinedAttribute", "CreateSecurityProfile",
		"CreateEmailAddress", "AssociateRoutingProfileQueues", "CreateUser", "CreateContactFlowModule",
		"CreateContactFlow", "ClaimPhoneNumber", "CreateTaskTemplate", "CreateHoursOfOperationOverride",
		"UpdateQueueOutboundCallerConfig", "AssociateQueueQuickConnects", "AssociateUserProficiencies",
		"UpdateContactFlowMetadata", "AssociatePhoneNumberContactFlow", "TagResource"} {
		s.faults(`{"Faults": [{"Operation": "` + operation + `", "Exception": "InternalServiceException", "Percent": 100}]}`)
		code, _, said := w.run("apply", file, at)
		if code != exitFault || !strings.Contains(said, operation+": InternalServiceException: ") {
			t.Errorf("%s: exit %d, %s", operation, code, said)
		}
	}
	s.faults(`{}`)
	w.must("apply", file, at)
	if again := w.must("apply", file, at); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.must("export", w.file("halves/instance.yaml"), at)
	w.must("apply", file, "--endpoint=http://"+whole.address)
	w.must("export", w.file("whole/instance.yaml"), "--endpoint=http://"+whole.address)
	w.same("halves", "whole")
	s.stop()
	whole.stop()
}

// Where nobody answers, that is said at once.
func TestApplyToNobody(t *testing.T) {
	w := newWorld(t)
	code, _, said := w.run("apply", w.every(), "--endpoint", "http://127.0.0.1:1")
	if code != exitFault || !strings.Contains(said, "nobody answers at http://127.0.0.1:1; start a server with") {
		t.Errorf("exit %d, %s", code, said)
	}
}
