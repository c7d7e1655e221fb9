package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Decision;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.merge.Conflict;
import se.trepart.model.norm.Calculation;

/** Everything this workstation holds of one case, as one picture of one moment (akt). Never changed: a change gives a new picture. */
public record CaseDocuments(CaseFile file, Household household, List<Document> all) {
    private static final Comparator<Application> BY_TIME = Comparator.comparing(Application::period).thenComparing(Application::receivedAt);

    public CaseDocuments {
        all = List.copyOf(all);
    }

    /** Empty while the case's own document or its household has not come to this workstation. */
    public static Optional<CaseDocuments> of(List<Document> documents) {
        Optional<CaseFile> file = documents.stream().filter(CaseFile.class::isInstance).map(CaseFile.class::cast).findFirst();
        Optional<Household> household = documents.stream()
                .filter(Household.class::isInstance)
                .map(Household.class::cast)
                .max(Comparator.comparing(Household::validFrom));
        if (file.isEmpty() || household.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CaseDocuments(file.get(), household.get(), documents));
    }

    public UUID id() {
        return file.id();
    }

    public UUID unitId() {
        return file.unitId();
    }

    /** Oldest month first. */
    public List<Application> applications() {
        return of(Application.class).stream().sorted(BY_TIME).toList();
    }

    public Optional<Application> application(UUID id) {
        return of(Application.class).stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The application that a caseworker most likely wants: the oldest that is still open, otherwise the newest. */
    public Optional<Application> current() {
        List<Application> applications = applications();
        return applications.stream()
                .filter(a -> !a.status().ended())
                .findFirst()
                .or(() -> applications.isEmpty() ? Optional.empty() : Optional.of(applications.getLast()));
    }

    /** The last application for an earlier month: what this one is compared with. */
    public Optional<Application> before(Application application) {
        return applications().stream().filter(a -> a.period().isBefore(application.period())).reduce((_, later) -> later);
    }

    public Optional<Investigation> investigationOf(Application application) {
        return of(Investigation.class).stream().filter(i -> i.applicationId().equals(application.id())).findFirst();
    }

    /** Newest first. */
    public List<CompletionRequest> completionRequests(Application application) {
        return of(CompletionRequest.class).stream()
                .filter(r -> r.applicationId().equals(application.id()))
                .sorted(Comparator.comparing(CompletionRequest::sentOn).reversed())
                .toList();
    }

    public List<Calculation> calculationsOf(Application application) {
        return of(Calculation.class).stream().filter(c -> c.applicationId().equals(application.id())).toList();
    }

    public List<Decision> decisionsOf(Application application) {
        return of(Decision.class).stream().filter(d -> d.applicationId().equals(application.id())).toList();
    }

    public List<JournalNote> notes() {
        return of(JournalNote.class);
    }

    public List<Letter> letters() {
        return of(Letter.class);
    }

    public List<Conflict> openConflicts() {
        return of(Conflict.class).stream().filter(Conflict::open).toList();
    }

    /** The case's documents of one type, in the order the store gave them. */
    public <D extends Document> List<D> of(Class<D> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** This picture with some documents new or replaced. */
    public CaseDocuments with(List<Document> written) {
        List<UUID> ids = written.stream().map(Document::id).toList();
        List<Document> next = new ArrayList<>(all.stream().filter(d -> !ids.contains(d.id())).toList());
        next.addAll(written);
        return of(next).orElse(this);
    }
}
