package se.trepart.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;

/** The list that lies on top of a pile of letters, in the order of the envelopes (försättsblad). */
final class CoverList {

    /** A line of the list, as the template reads it. */
    public record Line(int number, String who, String caseNumber, String what) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    private CoverList() {}

    /** Not on the JavaFX thread. @param rows none of a protected household (R34) */
    static byte[] pdf(Desk desk, LetterOffice office, List<PrintRow> rows) {
        List<Line> lines = new ArrayList<>();
        for (PrintRow row : rows) {
            lines.add(new Line(lines.size() + 1, row.who(), row.caseNumber(), row.what()));
        }
        Municipality municipality = Settings.at(desk.documents().list(Settings.class, ListFilter.ALL), desk.today()).municipality();
        return office.pdf("cover-list", LetterHead.toNobody(municipality, desk.staff(), desk.today()), Map.of("lines", lines));
    }
}
