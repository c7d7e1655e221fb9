package se.trepart.app.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A meeting for the calendar of whoever comes (kalenderfil, iCalendar, RFC 5545). It names nobody and does not say what the meeting is
 * about: calendars are seen by others.
 */
final class MeetingCalendar {

    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

    private MeetingCalendar() {}

    /**
     * The file's text. A later time of the same meeting takes the place of the one before it in the calendar; a cancelled meeting is taken
     * out of it.
     *
     * @param title such as "Möte"
     * @param sender the municipality's address for e-mail; may be empty
     */
    static String of(TripartiteMeeting meeting, String title, String sender, Instant now) {
        MeetingTime time = meeting.time();
        boolean cancelled = meeting.status() == Status.CANCELLED;
        VEvent event = new VEvent(false);
        event.add(new DtStamp(now));
        event.add(new Uid(meeting.id() + "@trepart"));
        event.add(new Sequence(meeting.moves().size() + (cancelled ? 1 : 0)));
        event.add(new DtStart<>(time.begins()));
        event.add(new DtEnd<>(time.ends()));
        event.add(new Summary(title));
        if (!time.place().isBlank()) {
            event.add(new Location(time.place()));
        }
        uri(time.link()).ifPresent(link -> event.add(new Url(link)));
        uri(sender.isBlank() ? "" : "mailto:" + sender).ifPresent(by -> event.add(new Organizer(by)));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Trepart//SV"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        calendar.add(sweden());
        calendar.add(event);
        return text(calendar);
    }

    /** The library's own zone of that name is an alias and would be called Europe/Berlin. */
    private static VTimeZone sweden() {
        Observance summer = observance(new Daylight(), "CEST", WINTER, SUMMER, LocalDateTime.of(1996, 3, 31, 2, 0), 3);
        Observance winter = observance(new Standard(), "CET", SUMMER, WINTER, LocalDateTime.of(1996, 10, 27, 3, 0), 10);
        return new VTimeZone(new PropertyList(List.of(new TzId(MeetingTime.SWEDEN.getId()))), new ComponentList<>(List.of(summer, winter)));
    }

    /** Clocks change on the last Sunday of the month. */
    private static Observance observance(Observance part, String name, ZoneOffset from, ZoneOffset to, LocalDateTime since, int month) {
        part.add(new TzName(name));
        part.add(new TzOffsetFrom(from));
        part.add(new TzOffsetTo(to));
        part.add(new DtStart<>(since));
        part.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        return part;
    }

    /** Empty for what is no address; a link that somebody has written as words stays in the invitation. */
    private static Optional<URI> uri(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(new URI(written.strip()));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static String text(Calendar calendar) {
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
