package se.trepart.model.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is written at a meeting (mötesanteckningar). R25
 *
 * @param agenda what is talked about, in order
 * @param notes the staff's, in plain text
 * @param applicantsWords the applicant's own
 * @param agreements what each is to do
 * @param nothingFor parties that leave with nothing to do, said so on purpose
 * @param nextOn the next meeting; null with a reason
 * @param noNextReason why there is no next meeting; empty when there is one
 */
public record MeetingNotes(List<AgendaItem> agenda, String notes, String applicantsWords, List<Agreement> agreements, Set<Party> nothingFor,
        @Nullable LocalDate nextOn, String noNextReason) {

    public static final MeetingNotes NONE = new MeetingNotes(List.of(), "", "", List.of(), Set.of(), null, "");

    /** One thing to talk about (punkt på dagordningen). */
    public record AgendaItem(UUID id, String what, boolean talkedAbout) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "AgendaItem[" + id + "]";
        }
    }

    /** What can be missing when a meeting is to be finished. */
    public enum Part {
        /** the next date or a reason that there is none */
        NEXT,
        FOR_APPLICANT,
        FOR_CASEWORKER,
        FOR_CONSULTANT
    }

    public MeetingNotes {
        agenda = List.copyOf(agenda);
        agreements = List.copyOf(agreements);
        // always in the same order: the same notes are the same document everywhere
        nothingFor = nothingFor.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(nothingFor));
    }

    /** R25: what is missing before the meeting can be finished: a next date or a reason, and for each of the three a task or "nothing". */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        for (Party party : List.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT)) {
            boolean task = agreements.stream().anyMatch(agreement -> agreement.party() == party && !agreement.what().isBlank());
            if (!task && !nothingFor.contains(party)) {
                missing.add(switch (party) {
                    case APPLICANT -> Part.FOR_APPLICANT;
                    case CASEWORKER -> Part.FOR_CASEWORKER;
                    default -> Part.FOR_CONSULTANT;
                });
            }
        }
        if (nextOn == null && noNextReason.isBlank()) {
            missing.add(Part.NEXT);
        }
        return missing;
    }

    /** The staff's words. */
    public MeetingNotes write(String words) {
        return new MeetingNotes(agenda, words, applicantsWords, agreements, nothingFor, nextOn, noNextReason);
    }

    /** The applicant's own words. */
    public MeetingNotes say(String words) {
        return new MeetingNotes(agenda, notes, words, agreements, nothingFor, nextOn, noNextReason);
    }

    /** Something to talk about, last; one that is there already is replaced where it stands. */
    public MeetingNotes talkAbout(AgendaItem item) {
        return new MeetingNotes(put(agenda, AgendaItem::id, item), notes, applicantsWords, agreements, nothingFor, nextOn, noNextReason);
    }

    /** What a party is to do, last; one that is there already is replaced where it stands. Who has a task does not leave with nothing. */
    public MeetingNotes agree(Agreement agreement) {
        Set<Party> others = nothingFor.stream().filter(party -> party != agreement.party()).collect(Collectors.toSet());
        return new MeetingNotes(agenda, notes, applicantsWords, put(agreements, Agreement::id, agreement), others, nextOn, noNextReason);
    }

    /** Takes a task or something to talk about away again. */
    public MeetingNotes without(UUID id) {
        return new MeetingNotes(agenda.stream().filter(item -> !item.id().equals(id)).toList(), notes, applicantsWords,
                agreements.stream().filter(agreement -> !agreement.id().equals(id)).toList(), nothingFor, nextOn, noNextReason);
    }

    /** Whether the party leaves with nothing to do, said so on purpose. */
    public MeetingNotes nothing(Party party, boolean nothing) {
        Set<Party> next = new HashSet<>(nothingFor);
        if (nothing) {
            next.add(party);
        } else {
            next.remove(party);
        }
        return new MeetingNotes(agenda, notes, applicantsWords, agreements, next, nextOn, noNextReason);
    }

    /** When they meet next; with a day there is no reason for none. */
    public MeetingNotes meetNext(@Nullable LocalDate on) {
        return new MeetingNotes(agenda, notes, applicantsWords, agreements, nothingFor, on, on == null ? noNextReason : "");
    }

    /** Why they do not meet again. */
    public MeetingNotes noNext(String reason) {
        return new MeetingNotes(agenda, notes, applicantsWords, agreements, nothingFor, nextOn, reason);
    }

    /** Without the lines that nobody wrote anything on. */
    MeetingNotes withoutBlanks() {
        return new MeetingNotes(agenda.stream().filter(item -> !item.what().isBlank()).toList(), notes, applicantsWords,
                agreements.stream().filter(agreement -> !agreement.what().isBlank()).toList(), nothingFor, nextOn, noNextReason);
    }

    private static <T> List<T> put(List<T> all, Function<T, UUID> id, T one) {
        List<T> next = new ArrayList<>(all);
        for (int i = 0; i < next.size(); i++) {
            if (id.apply(next.get(i)).equals(id.apply(one))) {
                next.set(i, one);
                return next;
            }
        }
        next.add(one);
        return next;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "MeetingNotes";
    }
}
