package se.trepart.model.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.application.Application;
import se.trepart.model.application.Declaration;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Decision;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.Posted;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.norm.Calculation;
import se.trepart.model.person.Person;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/**
 * The rules of what goes out when somebody asks for a case's file (utlämnande av handlingar, OSL 10 and 26 kap.). They propose; the person
 * who takes the file out judges every document. R34
 *
 * @param memberId the adult of the household who asks; null when somebody else does
 * @param roles of the one who takes the file out
 */
public record Disclosure(Household household, Asker asker, @Nullable UUID memberId, Set<Role> roles) {

    /** What tells where people are, and is never written out for a protected household, by record and field (R34). */
    private static final Map<Class<?>, Set<String>> TELLS_WHERE = Map.of(Person.class, Set.of("address", "phone", "email"), Child.class,
            Set.of("school"), Adult.class, Set.of("account"), Application.class, Set.of("answers"), Declaration.class,
            Set.of("jobApplications"), MeetingTime.class, Set.of("place", "link"), ActionTerms.class, Set.of("place"));

    /**
     * A document and what the rules say of it.
     *
     * @param omission why it is not to go out; null when it is
     * @param freeText it holds words that somebody wrote, which may name other people: to be read before it goes out
     */
    public record Proposal(Document document, @Nullable Omission omission, boolean freeText) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Proposal[" + document.id() + "]";
        }
    }

    public Disclosure {
        roles = Set.copyOf(roles);
    }

    /** Who may take out a file: who changes cases, and so knows what is in it. */
    public static boolean mayTakeOut(Collection<Role> roles) {
        return roles.stream().anyMatch(CaseAccess::changesCases);
    }

    /** The reasons a person may give to leave out more. */
    public static List<Omission> byJudgement() {
        return List.of(Omission.OTHER_PERSON, Omission.INFORMANT, Omission.SECRET);
    }

    /** Every document of the case in the order of reading: its part of the file, then its day. */
    public List<Proposal> propose(Collection<? extends Document> documents) {
        Set<UUID> decidedOn = documents.stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(Decision::made)
                .flatMap(decision -> Optional.ofNullable(decision.calculationId()).stream())
                .collect(Collectors.toSet());
        return documents.stream()
                .filter(document -> !CaseAccess.ofTheMunicipality(document.documentType()))
                .sorted(Comparator.comparing((Document document) -> FilePart.of(document.documentType()))
                        .thenComparing(Document::documentDate)
                        .thenComparing(Document::documentType)
                        .thenComparing(Document::id))
                .map(document -> new Proposal(document, omission(document, decidedOn).orElse(null), freeText(document)))
                .toList();
    }

    /** R34: whether a field of a record is left out of what goes out. */
    public boolean hides(Class<?> owner, String field) {
        return household.isProtected() && TELLS_WHERE.getOrDefault(owner, Set.of()).contains(field);
    }

    private Optional<Omission> omission(Document document, Set<UUID> decidedOn) {
        if (FilePart.of(document.documentType()) == FilePart.NONE) {
            return Optional.of(Omission.OF_THE_PROGRAM);
        }
        if (roles.stream().noneMatch(role -> CaseAccess.sees(role, document.documentType()))) {
            return Optional.of(Omission.OTHER_SIDE);
        }
        if (draft(document, decidedOn)) {
            return Optional.of(Omission.DRAFT);
        }
        return switch (asker) {
            case COURT -> Optional.empty();
            case OTHER -> Optional.of(household.isProtected() ? Omission.PROTECTED : Omission.SECRET);
            case PARTY -> toParty(document);
        };
    }

    /** A letter of a protected household may be of the time before it was, and have an address. */
    private Optional<Omission> toParty(Document document) {
        boolean own = about(document).map(member -> member.equals(memberId)).orElse(true);
        if (document instanceof Posted && household.isProtected() && !own) {
            return Optional.of(Omission.PROTECTED);
        }
        return own || document instanceof Letter ? Optional.empty() : Optional.of(Omission.OTHER_PERSON);
    }

    /** Not yet anybody's to read (TF 2 kap. 12 §). */
    private static boolean draft(Document document, Set<UUID> decidedOn) {
        return switch (document) {
            case Letter letter -> letter.sending() == null;
            case Decision decision -> !decision.made();
            case Investigation investigation -> !investigation.finished();
            case Calculation calculation -> !decidedOn.contains(calculation.id());
            case Referral referral -> referral.status() == Referral.Status.WRITING;
            case TripartiteMeeting meeting -> meeting.corrects() != null && meeting.status() != TripartiteMeeting.Status.FINISHED;
            default -> false;
        };
    }

    /** The one adult it is about; empty for what is about the household as a whole. */
    private static Optional<UUID> about(Document document) {
        return Optional.ofNullable(switch (document) {
            case Letter letter -> letter.recipientId();
            case SentPaper paper -> paper.recipientId();
            case SelfSupport one -> one.memberId();
            case Referral one -> one.memberId();
            case Plan one -> one.memberId();
            case PlanVersion one -> one.plan().memberId();
            case Action one -> one.memberId();
            case Attendance one -> one.memberId();
            case AttendanceSummary one -> one.memberId();
            case AbsenceResponse one -> one.memberId();
            case TripartiteMeeting one -> one.memberId();
            default -> null;
        });
    }

    private static boolean freeText(Document document) {
        return switch (document) {
            case JournalNote _,Investigation _,Referral _,TripartiteMeeting _,AttendanceSummary _ -> true;
            default -> false;
        };
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Disclosure[" + asker + "]";
    }
}
