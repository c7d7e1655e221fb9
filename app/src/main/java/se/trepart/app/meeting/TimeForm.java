package se.trepart.app.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.MeetingTime;

import org.jspecify.annotations.Nullable;

/** When and where a meeting is to be, while it is written (tid och plats). */
final class TimeForm {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.:]?(\\d{2}))?");
    private static final List<Integer> LENGTHS = List.of(30, 45, 60, 90, 120);
    private static final int USUAL = 60;

    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Integer>> minutes;
    private final TypedText time;
    private final TypedText place;
    private final TypedText link;

    /** @param time the hour as it is written */
    TimeForm(Desk desk, TypedText time, TypedText place, TypedText link) {
        this.desk = desk;
        this.time = time;
        this.place = place;
        this.link = link;
        texts = desk.texts();
        minutes = new SimpleObjectProperty<>(length(USUAL));
    }

    /** The time as it is, to be changed. */
    void show(MeetingTime now) {
        day.set(now.startsAt().toLocalDate());
        minutes.set(length(now.minutes()));
        time.show(now.startsAt().toLocalTime().toString());
        place.show(now.place());
        link.show(now.link());
    }

    ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    ObjectProperty<Choice<Integer>> minutes() {
        return minutes;
    }

    List<Choice<Integer>> lengths() {
        return Stream.concat(LENGTHS.stream(), Stream.ofNullable(minutes.get().value())).distinct().sorted().map(this::length).toList();
    }

    TypedText time() {
        return time;
    }

    TypedText place() {
        return place;
    }

    TypedText link() {
        return link;
    }

    /** What is wrong with the day, in words; empty when nothing is. */
    String dayFault() {
        LocalDate chosen = day.get();
        return chosen == null
                ? texts.of("meeting.time.day-missing")
                : chosen.isBefore(desk.today()) ? texts.of("meeting.time.day-past") : "";
    }

    String hourFault() {
        return hour().isPresent() ? "" : texts.of("meeting.time.hour-missing");
    }

    String placeFault() {
        return place.text().isBlank() && link.text().isBlank() ? texts.of("meeting.time.place-missing") : "";
    }

    /** Empty while something is missing or wrong. */
    Optional<MeetingTime> value() {
        LocalDate chosen = day.get();
        if (chosen == null || !dayFault().isEmpty() || !placeFault().isEmpty()) {
            return Optional.empty();
        }
        return hour().map(at -> new MeetingTime(chosen.atTime(at), Objects.requireNonNull(minutes.get().value()), place.text().strip(),
                link.text().strip()));
    }

    /** 13:30, 13.30, 1330 and 13 are understood. */
    private Optional<LocalTime> hour() {
        Matcher written = TIME.matcher(time.text().strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalTime.of(Integer.parseInt(written.group(1)), written.group(2) == null ? 0 : Integer.parseInt(written.group(2))));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private Choice<Integer> length(int length) {
        return new Choice<>(texts.of("meeting.time.minutes", length), length);
    }
}
