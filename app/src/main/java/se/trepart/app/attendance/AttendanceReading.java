package se.trepart.app.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.app.shell.Directory;
import se.trepart.app.text.SwedishOrder;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;

/**
 * Reads what the attendance screens show (underlag till närvaron), no more than they need: of attendance only the weeks that are shown. A
 * protected person is there for the named handlers only, as in the directory (R34). Not on the JavaFX thread.
 */
public final class AttendanceReading {

    /** So many documents are found faster one by one, by the id that follows from action and week, than by reading everybody's week. */
    private static final int FEW = 200;
    /** An action is seldom left for longer than this after its last day, and then the day it was ended counts. */
    private static final int DAYS_LEFT_OPEN = 31;
    /** A case holds about so many documents of attendance; a month of everybody is no more to read than this many. */
    private static final int WEEKS_OF_A_YEAR = 52;
    private static final int MANY = 4_000;
    private static final int WEEK = 7;

    private final DocumentStore documents;
    private final Directory directory;

    public AttendanceReading(DocumentStore documents, Directory directory) {
        this.documents = documents;
        this.directory = directory;
    }

    /** The actions that somebody takes part in on any of the days. */
    public List<Action> actions(LocalDate first, LocalDate last, LocalDate today) {
        ListFilter ended = new ListFilter(Set.of("ENDED"), Set.of(), first.minusDays(DAYS_LEFT_OPEN), null);
        return Stream
                .concat(documents.list(Action.class, ListFilter.states("OPEN", "PROPOSED")).stream(),
                        documents.list(Action.class, ended).stream())
                .filter(action -> takesPart(action, first, last, today))
                .toList();
    }

    /** A week of the actions, in order of the names. */
    public List<AttendanceLine> week(Collection<Action> actions, Predicate<Action> wanted, LocalDate monday) {
        List<Action> shown = actions.stream().filter(wanted).filter(this::seen).toList();
        Map<UUID, Attendance> marked = byId(attendances(shown, monday, monday));
        return shown.stream()
                .map(action -> line(action, monday, marked))
                .sorted(Comparator.comparing(AttendanceLine::order).thenComparing(line -> line.action().terms().startsOn()))
                .toList();
    }

    /** The weeks of a month in which the person takes part in something, one line for each week and action, in order of time. */
    public List<AttendanceLine> month(UUID caseId, UUID memberId, LocalDate first, LocalDate last, LocalDate today) {
        List<Action> actions = documents.inCase(Action.class, caseId)
                .stream()
                .filter(action -> action.memberId().equals(memberId) && seen(action))
                .sorted(Comparator.comparing(action -> action.terms().startsOn()))
                .toList();
        Map<UUID, Attendance> marked = byId(documents.inCase(Attendance.class, caseId));
        List<AttendanceLine> lines = new ArrayList<>();
        for (LocalDate monday : mondays(first, last)) {
            actions.stream()
                    .filter(action -> takesPart(action, monday, monday.plusDays(WEEK - 1), today))
                    .forEach(action -> lines.add(line(action, monday, marked)));
        }
        return lines;
    }

    /** What is marked in the actions from the week of one day to the week of the other. */
    public List<Attendance> attendances(Collection<Action> actions, LocalDate first, LocalDate last) {
        List<LocalDate> mondays = mondays(first, last);
        if (actions.size() * mondays.size() <= FEW) {
            return actions.stream()
                    .flatMap(action -> mondays.stream().map(monday -> Attendance.of(action, monday).id()))
                    .flatMap(id -> documents.find(Attendance.class, id).stream())
                    .toList();
        }
        Set<UUID> wanted = actions.stream().map(Action::id).collect(Collectors.toSet());
        ListFilter weeks = new ListFilter(Set.of("MARKED", "INVALID"), Set.of(), mondays.getFirst(), mondays.getLast());
        return documents.list(Attendance.class, weeks).stream().filter(one -> wanted.contains(one.actionId())).toList();
    }

    /** What is marked of everybody in these cases, in all their actions, from the week of one day to the week of the other. */
    public List<Attendance> inCases(Collection<UUID> cases, LocalDate first, LocalDate last) {
        LocalDate from = Attendance.monday(first);
        if (cases.size() * WEEKS_OF_A_YEAR <= MANY) {
            return cases.stream()
                    .flatMap(id -> documents.inCase(Attendance.class, id).stream())
                    .filter(one -> !one.week().isBefore(from) && !one.week().isAfter(last))
                    .toList();
        }
        ListFilter weeks = new ListFilter(Set.of("MARKED", "INVALID"), Set.of(), from, last);
        return documents.list(Attendance.class, weeks).stream().filter(one -> cases.contains(one.caseId())).toList();
    }

    /** Whether the action is as it was when it was read. */
    boolean still(Action action) {
        return documents.find(Action.class, action.id()).filter(action::equals).isPresent();
    }

    /** Whether the user may see the person. */
    boolean seen(Action action) {
        return name(action).isPresent();
    }

    /** Empty for whom the user may not see. */
    Optional<String> name(Action action) {
        return directory.adultName(action.caseId(), action.memberId());
    }

    static boolean takesPart(Action action, LocalDate first, LocalDate last, LocalDate today) {
        return first.datesUntil(last.plusDays(1)).anyMatch(day -> action.takesPartOn(day, today));
    }

    private AttendanceLine line(Action action, LocalDate monday, Map<UUID, Attendance> marked) {
        Attendance empty = Attendance.of(action, monday);
        String who = name(action).orElseThrow();
        return new AttendanceLine(action, monday, marked.getOrDefault(empty.id(), empty), who, SwedishOrder.key(who));
    }

    private static Map<UUID, Attendance> byId(List<Attendance> attendances) {
        Map<UUID, Attendance> map = new HashMap<>();
        attendances.forEach(one -> map.put(one.id(), one));
        return map;
    }

    private static List<LocalDate> mondays(LocalDate first, LocalDate last) {
        return Attendance.monday(first).datesUntil(Attendance.monday(last).plusDays(1), java.time.Period.ofWeeks(1)).toList();
    }
}
