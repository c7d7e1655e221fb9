package se.trepart.app.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import se.trepart.app.result.ResultSheet.Cell;
import se.trepart.app.result.ResultSheet.Line;
import se.trepart.app.result.ResultSheet.Section;

/** Results as a file for a spreadsheet (CSV-fil): UTF-8 with its mark, semicolons, decimal comma, one row a group, all tables side by side. */
final class ResultCsv {

    private static final String MARK = "\uFEFF";
    /** what makes a spreadsheet take a cell for a formula */
    private static final String FORMULA = "=+-@\t\r";

    private ResultCsv() {}

    static byte[] write(ResultSheet sheet, String period, String group) {
        List<String> head = new ArrayList<>(List.of(period, group));
        sheet.sections().forEach(section -> head.addAll(section.headings()));
        List<List<String>> rows = new ArrayList<>(List.of(head));
        int lines = sheet.sections().getFirst().lines().size();
        for (int i = 0; i < lines; i++) {
            List<String> row = new ArrayList<>(List.of(sheet.period(), sheet.sections().getFirst().lines().get(i).group()));
            for (Section section : sheet.sections()) {
                Line line = section.lines().get(i);
                line.cells().stream().map(Cell::plain).forEach(row::add);
            }
            rows.add(row);
        }
        String text = rows.stream()
                .map(row -> row.stream().map(ResultCsv::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A place is called what people have typed: it is a text to the spreadsheet, whatever it begins with. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
