# An agent writes emails of his own. They do not ring, and take no slot of the emails that come in; he writes at most
# twice as many as he may have of those. An answer goes with the email that it answers. What is sent ends, and leaves
# after-contact work; what is closed unsent is discarded, and a draft that is forgotten expires after twelve hours.
# Source: S 3.2 (email concurrency), S 4.1 (CreateContact, StartOutboundEmailContact), A0134, A0135, A0136.
user ana support=1 email=1 task=1 cross=any
0s create early ana
  > error: conflict: user ana is not there; he can be given a contact once he has set a status
0s available ana
  > ana available
0s queue asked support channel=email
  > asked queued in support
  > asked offered to ana at once
0s accept ana asked
  > ana accepted asked
1m create answer ana answers=asked
  > answer started
  > ana has answer
1m create own ana
  > own started
  > ana has own
1m create more ana
  > error: limit: user ana writes 2 emails, twice as many as his routing profile gives him
1m agent ana
  > available since 0s, in line since 1m00s
  > asked EMAIL CONNECTED since 0s
  > answer EMAIL CONNECTED since 1m00s
  > own EMAIL CONNECTED since 1m00s
2m send answer
  > answer sent
  > answer ended: OTHER, ana has after-contact work
2m describe answer
  > EMAIL, DISCONNECTED
  > with ana since 1m00s
  > ended at 2m00s: OTHER
2m complete ana answer
  > ana is done with answer: completed
  > answer completed
2m queue next support channel=email
  > next queued in support
3m disconnect ana asked
  > asked ended: AGENT_DISCONNECT, ana has after-contact work
3m complete ana asked
  > ana is done with asked: completed
  > asked completed
  > next offered to ana after 1m00s
3m accept ana next
  > ana accepted next
3m send asked
  > error: improper: contact asked is no draft of an email; CreateContact makes one
4m disconnect ana own
  > own ended: DISCARDED, ana has after-contact work
4m describe own
  > EMAIL, DISCONNECTED
  > with ana since 1m00s
  > ended at 4m00s: DISCARDED
4m send own
  > error: conflict: contact own has ended; only a draft can be sent
4m complete ana own
  > ana is done with own: completed
  > own completed
5m create forgotten ana
  > forgotten started
  > ana has forgotten
5m create short ana life=1h
  > short started
  > ana has short
5m create late ana life=169h
  > error: invalid: ExpiryDurationInMinutes is 10140; give 1 to 10080 for a draft of an email
5m create wrong channel=task
  > wrong started
  > wrong ended: OTHER
  > wrong completed
5m create answer2 ana answers=wrong
  > error: improper: contact wrong is of channel TASK; only an EMAIL can be answered
12h5m
  > 1h05m00s short ended: EXPIRED, ana has after-contact work
  > forgotten ended: EXPIRED, ana has after-contact work
12h6m describe forgotten
  > EMAIL, DISCONNECTED
  > with ana since 5m00s
  > ended at 12h05m00s: EXPIRED
