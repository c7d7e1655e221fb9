package se.trepart.app.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.casefile.Household;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.PaperLetter;
import se.trepart.model.letter.PaperLetter.State;
import se.trepart.model.letter.Representative;

/** Reads which letters are to be printed, and which came out today. Not on the JavaFX thread. */
public final class PrintLists {

    /** A letter that nobody has printed for so long is no longer the day's. */
    private static final int DAYS_BACK = 60;

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;

    public PrintLists(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
    }

    /** In the order of the envelopes; what came out today is last. R34: a household that the directory does not have is not shown. */
    List<PrintRow> rows(boolean mineOnly) {
        ListFilter recent = new ListFilter(Set.of(), Set.of(), desk.today().minusDays(DAYS_BACK), null);
        List<LetterPrint> prints = desk.documents().list(LetterPrint.class, recent);
        List<PrintRow> rows = new ArrayList<>();
        for (Letter letter : desk.documents().list(Letter.class, new ListFilter(Set.of("SENT"), Set.of(), recent.from(), null))) {
            Optional<CaseEntry> entry = directory.find(letter.caseId());
            boolean wanted = !mineOnly || letter.sending() != null && letter.sending().by().equals(desk.staff().id());
            if (entry.isPresent() && wanted) {
                PaperLetter.of(letter, prints).filter(this::ofToday).ifPresent(paper -> rows.add(row(paper, entry.get())));
            }
        }
        rows.sort(Comparator.comparing(PrintRow::printed).thenComparing(PrintRow::order).thenComparing(PrintRow::caseNumber));
        return rows;
    }

    /** How many of the user's own letters are to be printed. */
    public long waiting() {
        return rows(true).stream().filter(row -> !row.printed()).count();
    }

    private boolean ofToday(PaperLetter paper) {
        return paper.state() != State.PRINTED || paper.last() != null && paper.last().on().equals(desk.today());
    }

    private PrintRow row(PaperLetter paper, CaseEntry entry) {
        Letter letter = paper.letter();
        String who = Optional.ofNullable(letter.chosen().representative())
                .map(Representative::name)
                .or(() -> directory.adultName(letter.caseId(), letter.recipientId()))
                .orElse(entry.who());
        LocalDate sent = letter.sending() == null ? letter.writtenOn() : letter.sending().on();
        Optional<Household> household = desk.documents().inCase(Household.class, letter.caseId()).stream().reduce((_, last) -> last);
        return new PrintRow(paper, who, SwedishOrder.key(who), entry.number(), texts.name("letter.kind", letter.kind()),
                desk.formats().shortDate(sent), state(paper), CaseAccess.isProtected(household));
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
