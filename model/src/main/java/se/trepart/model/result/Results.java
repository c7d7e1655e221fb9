package se.trepart.model.result;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers a question about results (uppföljning av resultat). R28
 *
 * @param rows one a group in which anything happened, by key
 * @param total all of them together
 */
public record Results(List<ResultRow> rows, ResultRow total) {

    public static Results of(Collection<Participation> all, Grouping grouping, Span span, LocalDate today) {
        Map<String, List<Participation>> groups = all.stream()
                .collect(Collectors.groupingBy(grouping::key, TreeMap::new, Collectors.toList()));
        List<ResultRow> rows = groups.entrySet()
                .stream()
                .map(group -> ResultRow.of(group.getKey(), group.getValue(), span, today))
                .filter(row -> !row.empty())
                .toList();
        return new Results(rows, ResultRow.of("", all, span, today));
    }

    /** A count as it may be shown: empty for one below the municipality's smallest, which would tell of a person; 0 tells of nobody. */
    public static OptionalInt shown(int count, int smallCount) {
        return count > 0 && count < smallCount ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
