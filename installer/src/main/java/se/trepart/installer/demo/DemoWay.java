package se.trepart.installer.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;

/**
 * One adult of the demo office on the way to self-support, and who works with that (vägen till egen försörjning).
 *
 * @param number of the adult within the municipality
 */
record DemoWay(DemoCase demo, CaseFile file, Adult adult, Staff caseworker, Staff consultant, boolean children, int number, LocalDate today,
        Random random, Supplier<UUID> ids) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    UUID id() {
        return ids.get();
    }

    UUID member() {
        return adult.id();
    }

    String name() {
        return adult.person().name();
    }

    Instant at(LocalDate day, int hour) {
        return day.atTime(hour, random.nextInt(60)).atZone(SWEDEN).toInstant();
    }

    /** A working day near it, never after today and never before. */
    LocalDate working(LocalDate day) {
        LocalDate past = day.isAfter(today) ? today : day;
        return switch (past.getDayOfWeek()) {
            case SATURDAY -> past.minusDays(1);
            case SUNDAY -> past.minusDays(2);
            default -> past;
        };
    }

    boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
