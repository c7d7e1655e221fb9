package se.trepart.app.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.result.ResultSheet.Line;
import se.trepart.app.result.ResultSheet.Section;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;

/** Results on an accessible page that can be put before the board (blad till nämnden). */
final class ResultPaper {

    private final Desk desk;
    private final LetterOffice office;

    ResultPaper(Desk desk, LetterOffice office) {
        this.desk = desk;
        this.office = office;
    }

    /** Not on the JavaFX thread. */
    Paper paper(ResultSheet sheet, String queueName) {
        LocalDate today = desk.today();
        Municipality municipality = Settings.at(desk.documents().list(Settings.class, ListFilter.ALL), today).municipality();
        LetterHead head = LetterHead.toNobody(municipality, desk.staff(), today);
        // what a chart shows stands in its table too, so the paper has the tables alone
        Map<String, Object> values = Map.of("sheet", sheet, "sections", tables(sheet.sections()));
        return new Paper(queueName, office.pdf("results", head, values));
    }

    /** The last two side by side: there is room on paper, and the page is to be one. */
    private static List<Section> tables(List<Section> sections) {
        Section left = sections.get(sections.size() - 2);
        Section right = sections.getLast();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < left.lines().size(); i++) {
            Line line = left.lines().get(i);
            lines.add(new Line(line.group(), together(line.cells(), right.lines().get(i).cells()), line.total()));
        }
        Section both = new Section(left.title() + ". " + right.title(), left.groupHeading(), together(left.headings(), right.headings()),
                lines, null);
        return together(sections.subList(0, sections.size() - 2), List.of(both));
    }

    private static <T> List<T> together(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
