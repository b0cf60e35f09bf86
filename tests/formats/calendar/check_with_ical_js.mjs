// Prints, as JSON, what ical.js complains about in an .ics file: node check_with_ical_js.mjs <module> <file>
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const complaints = [];
ICAL.design.strict = true;
try {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[3], "utf8")));
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    if (!event.uid) complaints.push("an event without UID");
    if (!(event.duration.toSeconds() > 0)) complaints.push(`${event.uid} does not end after it starts`);
    for (const alarm of part.getAllSubcomponents("valarm")) {
      if (!(alarm.getFirstPropertyValue("trigger") instanceof ICAL.Duration)) {
        complaints.push(`${event.uid} has an alarm without a span before it`);
      }
    }
  }
  ICAL.parse(calendar.toString());
} catch (fault) {
  complaints.push(`${fault.name}: ${fault.message}`);
}
console.log(JSON.stringify(complaints));
