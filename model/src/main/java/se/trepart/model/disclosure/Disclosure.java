package se.trepart.model.disclosure;

import java.time.LocalDate;
import java.time.ZoneId;
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
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Income;
import se.trepart.model.application.Planning;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.Decision;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.LongTermReview;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Posted;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.norm.Calculation;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
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
 * @param hidden somebody in the file has protected personal data (skyddade personuppgifter): where people are is left out
 * @param memberId the adult of the household who asks; null when somebody else does
 * @param before the applications that were made without the one who asks, as by who lived there before (OSL 26 kap. 1 §)
 * @param roles of the one who takes the file out
 */
public record Disclosure(boolean hidden, Asker asker, @Nullable UUID memberId, Set<UUID> before, Set<Role> roles) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What tells where people are, and is never written out when somebody in the file is protected, by record and field (R34). */
    private static final Map<Class<?>, Set<String>> TELLS_WHERE = Map.ofEntries(
            Map.entry(Person.class, Set.of("address", "phone", "email")), Map.entry(Child.class, Set.of("school")),
            Map.entry(Adult.class, Set.of("account")), Map.entry(Application.class, Set.of("answers")),
            Map.entry(Declaration.class, Set.of("jobApplications")), Map.entry(Income.class, Set.of("source")),
            Map.entry(AppliedCost.class, Set.of("recipientOrPeriod", "specification")), Map.entry(Planning.class, Set.of("description")),
            Map.entry(LongTermReview.class, Set.of("housing")), Map.entry(Representative.class, Set.of("address")),
            Map.entry(MeetingTime.class, Set.of("place", "link")), Map.entry(ActionTerms.class, Set.of("place")));

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
        before = Set.copyOf(before);
        roles = Set.copyOf(roles);
    }

    /** @param documents of the case */
    public static Disclosure of(Household household, Collection<? extends Document> documents, Asker asker, @Nullable UUID memberId,
            Set<Role> roles) {
        List<Application> applications = documents.stream().filter(Application.class::isInstance).map(Application.class::cast).toList();
        // who has left the household stands in old applications only
        boolean hidden = household.isProtected() || applications.stream()
                .flatMap(application -> application.declaration().adults().stream())
                .anyMatch(adult -> adult.person().protection().isProtected());
        Set<UUID> before = memberId == null
                ? Set.of()
                : applications.stream()
                        .filter(application -> withoutMember(application.declaration(), memberId, household))
                        .map(Application::id)
                        .collect(Collectors.toSet());
        return new Disclosure(hidden, asker, memberId, before, roles);
    }

    private static boolean withoutMember(Declaration declaration, UUID memberId, Household household) {
        PersonalNumber number = household.member(memberId).map(Person::number).orElse(null);
        return !declaration.adults().isEmpty()
                && declaration.adults().stream().noneMatch(adult -> adult.id().equals(memberId) || adult.person().number().equals(number));
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
        Set<UUID> earlier = documents.stream().filter(this::ofBefore).map(Document::id).collect(Collectors.toSet());
        return documents.stream()
                .filter(document -> !CaseAccess.ofTheMunicipality(document.documentType()))
                .sorted(Comparator.comparing((Document document) -> FilePart.of(document.documentType()))
                        .thenComparing(Disclosure::day)
                        .thenComparing(Document::documentType)
                        .thenComparing(Document::id))
                .map(document -> new Proposal(document, omission(document, decidedOn, earlier).orElse(null), freeText(document)))
                .toList();
    }

    /** The day a document came to be, as the list of what a file holds has it: not the day or month it is for. */
    public static LocalDate day(Document document) {
        return switch (document) {
            case Application application -> application.receivedAt().atZone(SWEDEN).toLocalDate();
            case CompletionRequest request -> request.sentOn();
            case Calculation calculation -> calculation.madeOn();
            case Decision decision -> Optional.ofNullable(decision.decidedOn()).orElse(decision.preparedOn());
            case Action action -> action.terms().startsOn();
            case Letter letter -> letter.sending() == null ? letter.writtenOn() : letter.sending().on();
            default -> document.documentDate();
        };
    }

    /** R34: whether a field of a record is left out of what goes out. */
    public boolean hides(Class<?> owner, String field) {
        return hidden && TELLS_WHERE.getOrDefault(owner, Set.of()).contains(field);
    }

    private Optional<Omission> omission(Document document, Set<UUID> decidedOn, Set<UUID> earlier) {
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
            case COURT -> mayTellWhere(document) ? Optional.of(Omission.PROTECTED) : Optional.empty();
            case OTHER -> Optional.of(hidden ? Omission.PROTECTED : Omission.SECRET);
            case PARTY -> toParty(document, earlier);
        };
    }

    /**
     * R34: a paper is as it was sent, perhaps before anybody was protected, and perhaps tells of a place to meet. A letter that a second person
     * has read has no address.
     */
    private boolean mayTellWhere(Document document) {
        return hidden && document instanceof Posted && !(document instanceof Letter letter && letter.confirmedBy() != null);
    }

    private Optional<Omission> toParty(Document document, Set<UUID> earlier) {
        boolean own = about(document).map(member -> member.equals(memberId)).orElse(true);
        if (document instanceof Posted && hidden && !own) {
            return Optional.of(Omission.PROTECTED);
        }
        boolean ofBefore = earlier.contains(document.id()) || document instanceof Letter letter && earlier.contains(letter.aboutId());
        boolean theirs = own || document instanceof Letter letter && aboutBoth(letter);
        return theirs && !ofBefore ? Optional.empty() : Optional.of(Omission.OTHER_PERSON);
    }

    /** Whether a letter to one of a couple is about what both have applied for, and tells of nobody who stands for the reader. */
    private static boolean aboutBoth(Letter letter) {
        return letter.chosen().representative() == null && letter.kind() != LetterKind.OWN && letter.kind() != LetterKind.REFERRAL_COPY;
    }

    /** Whether it is of an application that was made without the one who asks. */
    private boolean ofBefore(Document document) {
        return before.contains(switch (document) {
            case CompletionRequest request -> request.applicationId();
            case Investigation investigation -> investigation.applicationId();
            case Calculation calculation -> calculation.applicationId();
            case Decision decision -> decision.applicationId();
            default -> document.id();
        });
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

    private boolean freeText(Document document) {
        boolean party = asker == Asker.PARTY && !hidden;
        return switch (document) {
            case CaseFile _,Household _,LetterDelivered _ -> false;
            // who asks has written it, or got it
            case Application _,CompletionRequest _ -> !party;
            case Posted posted -> !party || !posted.recipientId().equals(memberId);
            default -> true;
        };
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Disclosure[" + asker + "]";
    }
}
