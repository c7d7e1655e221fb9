package se.trepart.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table that comes with the program (tabell): UTF-8, a heading line, cells parted by semicolons, comment lines begin with #. */
public final class Table {

    private Table() {}

    /** One line of a table. */
    public static final class Row {

        private final Map<String, String> cells;

        private Row(Map<String, String> cells) {
            this.cells = cells;
        }

        /** @throws IllegalArgumentException when the table has no such column */
        public String text(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return text;
        }

        public boolean yes(String column) {
            return text(column).equals("yes");
        }
    }

    /**
     * Reads the table that lies beside a class.
     *
     * @throws IllegalStateException when it is missing or a line has too few or too many cells
     */
    public static List<Row> read(Class<?> beside, String name) {
        List<String> lines = lines(beside, name);
        String[] columns = lines.getFirst().split(";", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            if (cells.length != columns.length) {
                throw new IllegalStateException(name + ": " + cells.length + " cells, expected " + columns.length + ": " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i].strip());
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> lines(Class<?> beside, String name) {
        InputStream stream = beside.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("no table " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
