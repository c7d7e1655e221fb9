package se.trepart.app.casefile;

import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.VBox;

import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.text.Texts;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Staff;

/** Who has opened the case without being responsible for it, and why (Vem har läst), R31: for those who follow it up, newest first. */
final class ReadersView extends VBox {

    private final OpenCase openCase;
    private final Runnable stop;

    ReadersView(OpenCase openCase) {
        this.openCase = openCase;
        boolean shown = openCase.desk().staff().roles().stream().anyMatch(role -> CaseAccess.sees(role, DocumentType.READ_EVENT));
        setVisible(shown);
        setManaged(shown);
        stop = shown ? openCase.follow(this::show) : () -> {};
    }

    void dispose() {
        stop.run();
    }

    private void show(CaseSituation now) {
        Texts texts = openCase.desk().texts();
        List<ReadEvent> events = now.documents()
                .of(ReadEvent.class)
                .stream()
                .sorted(Comparator.comparing(ReadEvent::at).reversed())
                .toList();
        if (events.isEmpty()) {
            getChildren().setAll(new Section(texts.of("casefile.readers"), Labels.hint(texts.of("casefile.readers.nobody"))));
            return;
        }
        KeyValues lines = new KeyValues();
        for (ReadEvent event : events) {
            String who = now.registers().staff(event.staffId()).map(Staff::name).orElse("–");
            lines.add(openCase.desk().formats().time(event.at()), texts.of("casefile.readers.line", who, event.reason()));
        }
        getChildren().setAll(new Section(texts.of("casefile.readers"), lines));
    }
}
