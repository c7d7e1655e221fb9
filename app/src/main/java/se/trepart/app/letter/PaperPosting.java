package se.trepart.app.letter;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Staff;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.letter.SentPaper.Kind;

/**
 * Keeps papers of meetings and of the plan as they were sent (expediering av papper): what is posted then stands among the day's letters. On
 * the JavaFX thread; the work itself is not.
 */
public final class PaperPosting {

    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final LetterArchive archive;
    private final PaperDelivery delivery;

    public PaperPosting(OpenCase openCase, LetterOffice office) {
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
        archive = new LetterArchive(desk.workstation());
        delivery = new PaperDelivery(desk, office);
    }

    /**
     * Markera som skickad: asks how, and keeps the paper as it is now.
     *
     * @param aboutId the meeting or the plan
     */
    public void send(Kind kind, UUID aboutId, UUID recipientId, Callable<Paper> paper) {
        List<Choice<Way>> ways = SentPaper.ways(kind, openCase.situation().orElseThrow().documents().household())
                .stream()
                .map(way -> new Choice<>(texts.name("letter.way", way), way))
                .toList();
        desk.dialogs()
                .choose(texts.of("letter.paper.send.title"), texts.of("letter.paper.send.text", texts.name("letter.paper", kind)), ways)
                .ifPresent(way -> keep(kind, aboutId, recipientId, paper, new Sending(way, desk.today(), desk.staff().id())));
    }

    /** What was sent about a meeting or a plan, newest first. */
    List<SentPaper> sent(UUID aboutId) {
        return openCase.situation()
                .stream()
                .flatMap(now -> now.documents().of(SentPaper.class).stream())
                .filter(paper -> paper.aboutId().equals(aboutId))
                .sorted(Comparator.comparing((SentPaper paper) -> paper.sending().on()).thenComparing(SentPaper::id).reversed())
                .toList();
    }

    /** "Plan att skriva under, 3 december 2026. Post. Av Karin Berg." */
    String line(SentPaper paper) {
        Sending sending = paper.sending();
        String by = openCase.situation().flatMap(now -> now.registers().staff(sending.by())).map(Staff::name).orElse("–");
        return texts.of("letter.paper.sent-line", texts.name("letter.paper", paper.kind()), Formats.longDate(sending.on()),
                texts.name("letter.way", sending.way()), by);
    }

    /** Saves the paper as it was sent. */
    void open(SentPaper paper) {
        String name = paper.fileName();
        delivery.save(name, () -> new Paper(name, archive.of(paper)));
    }

    private void keep(Kind kind, UUID aboutId, UUID recipientId, Callable<Paper> paper, Sending sending) {
        UUID id = desk.newId().get();
        desk.tasks()
                .of(() -> paper.call().pdf())
                .then(pdf -> openCase.edit(documents -> Intent.create(new SentPaper(id, documents.unitId(), documents.id(), aboutId, kind,
                        recipientId, sending, desk.workstation().blobs().put(documents.unitId(), pdf)))))
                .on(LetterProblem.class, problem -> desk.dialogs().error(texts.of("letter.failed"), problem.words()))
                .start();
    }
}
