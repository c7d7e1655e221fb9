package se.trepart.app.letter;

import java.util.List;
import java.util.UUID;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.SentPaper;

/** The papers that were sent about a meeting or a plan (Skickat): a link each that saves it as it was sent. Nothing when none was. */
public final class SentPapersView extends VBox {

    public SentPapersView(PaperPosting posting, UUID aboutId, Texts texts) {
        List<SentPaper> sent = posting.sent(aboutId);
        setVisible(!sent.isEmpty());
        setManaged(!sent.isEmpty());
        if (!sent.isEmpty()) {
            VBox lines = new VBox();
            lines.getStyleClass().add(Styles.LINK_LIST);
            for (SentPaper paper : sent) {
                Hyperlink line = new Hyperlink(posting.line(paper));
                line.getStyleClass().add(Styles.LINK);
                line.setWrapText(true);
                line.setOnAction(_ -> posting.open(paper));
                lines.getChildren().add(line);
            }
            getChildren().add(new Section(texts.of("letter.paper.sent"), lines));
        }
    }
}
