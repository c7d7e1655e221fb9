package se.trepart.model.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
        nothingFor = nothingFor.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(nothingFor));
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

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "MeetingNotes";
    }
}
