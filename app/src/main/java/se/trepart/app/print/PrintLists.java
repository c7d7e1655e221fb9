package se.trepart.app.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.casefile.Household;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.PaperLetter;
import se.trepart.model.letter.PaperLetter.State;
import se.trepart.model.letter.Posted;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.SentPaper;

/**
 * Knows which letters are to be printed, and which came out today. What is sent and what is printed never changes, so each is opened once and
 * kept: after that only what is new is read. Not on the JavaFX thread.
 */
public final class PrintLists {

    /** A letter that nobody has printed for so long is no longer the day's. */
    private static final int DAYS_BACK = 60;

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final Map<UUID, Letter> letters = new ConcurrentHashMap<>();
    private final Map<UUID, SentPaper> papers = new ConcurrentHashMap<>();
    private final Map<UUID, LetterPrint> prints = new ConcurrentHashMap<>();

    public PrintLists(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
    }

    /** In the order of the envelopes; what came out today is last. R34: a household that the directory does not have is not shown. */
    List<PrintRow> rows(boolean mineOnly) {
        return papers(mineOnly).flatMap(paper -> directory.find(paper.letter().caseId()).stream().map(entry -> row(paper, entry)))
                .sorted(Comparator.comparing(PrintRow::printed).thenComparing(PrintRow::order).thenComparing(PrintRow::caseNumber))
                .toList();
    }

    /** How many of the user's own letters are to be printed. */
    public long waiting() {
        return papers(true).filter(paper -> paper.state() != State.PRINTED && directory.find(paper.letter().caseId()).isPresent()).count();
    }

    private Stream<PaperLetter> papers(boolean mineOnly) {
        LocalDate from = desk.today().minusDays(DAYS_BACK);
        ListFilter sent = new ListFilter(Set.of("SENT"), Set.of(), from, null);
        List<LetterPrint> printed = known(LetterPrint.class, new ListFilter(Set.of(), Set.of(), from, null), prints);
        List<Posted> all = new ArrayList<>(known(Letter.class, sent, letters));
        all.addAll(known(SentPaper.class, sent, papers));
        return all.stream()
                .filter(this::printedFromHere)
                .filter(one -> !mineOnly || one.sending() != null && one.sending().by().equals(desk.staff().id()))
                .flatMap(one -> PaperLetter.of(one, printed).stream())
                .filter(this::ofToday);
    }

    /** A consultant has no list of letters to print, and prints a paper from its page. */
    private boolean printedFromHere(Posted one) {
        Sending sending = one.sending();
        return !(one instanceof SentPaper) || sending != null && directory.staff()
                .stream()
                .anyMatch(staff -> staff.id().equals(sending.by()) && staff.roles().stream().anyMatch(CaseAccess::changesCases));
    }

    /** Those that match: what is not known is read, what no longer matches is forgotten. */
    private synchronized <D extends Document> List<D> known(Class<D> type, ListFilter filter, Map<UUID, D> known) {
        if (known.isEmpty()) {
            desk.documents().list(type, filter).forEach(one -> known.put(one.id(), one));
        } else {
            List<UUID> now = desk.documents().ids(type, filter);
            known.keySet().retainAll(Set.copyOf(now));
            now.stream()
                    .filter(id -> !known.containsKey(id))
                    .forEach(id -> desk.documents().find(type, id).ifPresent(one -> known.put(id, one)));
        }
        return List.copyOf(known.values());
    }

    private boolean ofToday(PaperLetter paper) {
        return paper.state() != State.PRINTED || paper.last() != null && paper.last().on().equals(desk.today());
    }

    private PrintRow row(PaperLetter paper, CaseEntry entry) {
        Posted letter = paper.letter();
        String who = representative(letter).or(() -> directory.adultName(letter.caseId(), letter.recipientId())).orElse(entry.who());
        LocalDate sent = letter.sending() == null ? letter.documentDate() : letter.sending().on();
        Optional<Household> household = desk.documents().inCase(Household.class, letter.caseId()).stream().reduce((_, last) -> last);
        return new PrintRow(paper, who, SwedishOrder.key(who), entry.number(), what(letter), desk.formats().shortDate(sent), state(paper),
                CaseAccess.isProtected(household));
    }

    private static Optional<String> representative(Posted letter) {
        return letter instanceof Letter one
                ? Optional.ofNullable(one.chosen().representative()).map(Representative::name)
                : Optional.empty();
    }

    private String what(Posted letter) {
        return switch (letter) {
            case Letter one -> texts.name("letter.kind", one.kind());
            case SentPaper paper -> texts.name("letter.paper", paper.kind());
        };
    }

    private String state(PaperLetter paper) {
        LetterPrint last = paper.last();
        if (last == null) {
            return texts.of("print.state.WAITING");
        }
        if (paper.left().isEmpty()) {
            return texts.of("print.state.PRINTED", desk.formats().time(last.at()), name(last.by()), last.printer());
        }
        return texts.of("print.state.FAILED", String.join(", ", paper.left().stream().map(String::valueOf).toList()));
    }

    private String name(UUID staff) {
        return directory.staffName(staff);
    }
}
