package se.trepart.installer.crash;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.installer.demo.TestOffice;

import static org.assertj.core.api.Assertions.assertThat;

/** What users were told is saved, each with a text that occurs once in the world: v-00000000-…; and where all of it must be afterwards. */
final class Promises {

    private static final Pattern TEXT = Pattern.compile("v-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final List<String> texts = new ArrayList<>();

    void add(String said) {
        Matcher found = TEXT.matcher(said);
        while (found.find()) {
            texts.add(found.group());
        }
    }

    int size() {
        return texts.size();
    }

    /** Everything promised so far stands in this text. */
    void areIn(String text) {
        assertThat(texts).isNotEmpty().allMatch(text::contains);
    }

    /** I1 to I4 and I13, in the central store's own tables: what was promised is there, once, in order, and the audit holds. */
    void areKeptBy(TestOffice office) throws SQLException {
        Set<String> kept = new HashSet<>();
        for (String body : office.texts("select body::text from entity_version")) {
            Matcher found = TEXT.matcher(body);
            while (found.find()) {
                kept.add(found.group());
            }
        }
        assertThat(texts).as("I1: in a version of a document, or of a conflict").isNotEmpty().allMatch(kept::contains);
        assertThat(office.texts("select op_id::text from entity_version where op_id is not null and type <> 'CONFLICT' "
                + "group by op_id having count(*) > 1")).as("I3: more than one effect").isEmpty();
        assertThat(office.texts("select id::text from entity_version where type = 'JOURNAL_NOTE' group by id having count(*) > 1"))
                .as("I3: a note written twice")
                .isEmpty();
        assertThat(office.texts("""
                select d.id::text from device d where d.last_client_seq <>
                    (select count(*) from applied_op a where a.device_id = d.id and a.client_seq between 1 and d.last_client_seq)
                """)).as("I2: numbers left out").isEmpty();
        assertThat(office.texts("""
                select op_id::text from (select op_id, commit_seq, max(commit_seq) over earlier as latest from applied_op
                    window earlier as (partition by device_id order by client_seq rows between unbounded preceding and 1 preceding)) a
                 where commit_seq < latest
                """)).as("I4: out of order").isEmpty();
        assertThat(office.auditHolds()).as("I13: the audit chain").isTrue();
    }
}
