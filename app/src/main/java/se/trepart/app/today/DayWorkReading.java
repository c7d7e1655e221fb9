package se.trepart.app.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.app.shell.Desk;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.DayWork;
import se.trepart.model.followup.DayWork.LeftDraft;
import se.trepart.model.followup.PlanWork;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

/** Reads what the day list is made of from the store (underlag till Min dag), no more than it needs. Not on the JavaFX thread. */
final class DayWorkReading {

    /** Recurring checks come back within a year; what is older says nothing about today. */
    private static final int MONTHS_OF_INVESTIGATIONS = 14;

    private final Desk desk;
    private final DocumentStore documents;

    DayWorkReading(Desk desk) {
        this.desk = desk;
        documents = desk.documents();
    }

    /** Empty before the first sync has brought the municipality's settings. */
    Optional<DayWork> read() {
        List<Settings> all = documents.list(Settings.class, ListFilter.ALL);
        if (all.stream().noneMatch(s -> !s.validFrom().isAfter(desk.today()))) {
            return Optional.empty();
        }
        Settings settings = Settings.at(all, desk.today());
        List<CaseFile> cases = documents.list(CaseFile.class, ListFilter.states(Phase.INTAKE.name(), Phase.RUNNING.name()));
        Set<UUID> open = cases.stream().map(CaseFile::id).collect(Collectors.toSet());
        PlanWork planning = new PlanWorkReading(documents, desk.today()).read();
        return Optional.of(new DayWork(cases, in(open, documents.list(Household.class, ListFilter.ALL)), applications(cases, planning),
                documents.list(CompletionRequest.class, ListFilter.ALL),
                documents.list(Investigation.class, since(desk.today().minusMonths(MONTHS_OF_INVESTIGATIONS))),
                decisions(cases, planning, settings),
                documents.list(Letter.class, since(desk.today().minusMonths(MONTHS_OF_INVESTIGATIONS))),
                documents.list(ChecklistTemplate.class, ListFilter.ALL), drafts(open), planning, settings, DelegationOrder.shipped()));
    }

    /** The undecided of all cases; and every one of those in intake that wait for the early planning meeting, which say since when (R20). */
    private List<Application> applications(List<CaseFile> cases, PlanWork planning) {
        String[] undecided = Arrays.stream(ApplicationStatus.values()).filter(s -> !s.ended()).map(Enum::name).toArray(String[]::new);
        Set<UUID> settled = planning.selfSupports()
                .stream()
                .filter(SelfSupport::earlyMeetingSettled)
                .map(SelfSupport::caseId)
                .collect(Collectors.toSet());
        Map<UUID, Application> all = new LinkedHashMap<>();
        documents.list(Application.class, ListFilter.states(undecided)).forEach(application -> all.put(application.id(), application));
        cases.stream()
                .filter(file -> file.phase() == Phase.INTAKE && !settled.contains(file.id()))
                .flatMap(file -> documents.inCase(Application.class, file.id()).stream())
                .forEach(application -> all.put(application.id(), application));
        return List.copyOf(all.values());
    }

    /**
     * The latest of all cases, which say what is quiet; and all of the user's own running cases that nobody has referred, whose time without
     * a referral is counted over years (R22).
     */
    private List<Decision> decisions(List<CaseFile> cases, PlanWork planning, Settings settings) {
        Set<UUID> referred = planning.referrals()
                .stream()
                .filter(referral -> referral.unanswered() || referral.running())
                .map(Referral::caseId)
                .collect(Collectors.toSet());
        Map<UUID, Decision> all = new LinkedHashMap<>();
        documents.list(Decision.class, since(desk.today().minusMonths(settings.quietMonthsBeforeClosing() + 2L)))
                .forEach(decision -> all.put(decision.id(), decision));
        cases.stream()
                .filter(file -> file.phase() == Phase.RUNNING && desk.staff().id().equals(file.responsible())
                        && !referred.contains(file.id()))
                .flatMap(file -> documents.inCase(Decision.class, file.id()).stream())
                .forEach(decision -> all.put(decision.id(), decision));
        return List.copyOf(all.values());
    }

    private static ListFilter since(LocalDate day) {
        return new ListFilter(Set.of(), Set.of(), day, null);
    }

    private static <D extends Document> List<D> in(Set<UUID> cases, Collection<D> documents) {
        return documents.stream().filter(d -> cases.contains(d.caseId())).toList();
    }

    /** One line a case, however many fields were begun in it. */
    private List<LeftDraft> drafts(Set<UUID> open) {
        List<LeftDraft> left = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (Draft draft : desk.workstation().drafts().startingWith("")) {
            for (String part : draft.key().split("/")) {
                caseOf(part).filter(open::contains)
                        .filter(told::add)
                        .ifPresent(id -> left.add(
                                new LeftDraft(id, id, placeOf(draft.key()), LocalDate.ofInstant(draft.savedAt(), desk.clock().getZone()))));
            }
        }
        return left;
    }

    private static Optional<UUID> caseOf(String part) {
        try {
            return part.length() == 36 ? Optional.of(UUID.fromString(part)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static CasePlace placeOf(String key) {
        return Arrays.stream(CasePlace.values())
                .filter(p -> Arrays.asList(key.split("/")).contains(p.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElse(CasePlace.APPLICATION);
    }
}
