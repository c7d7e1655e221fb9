package se.trepart.app.conflict;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.Registers;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.person.PersonalNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConflictWordsTest {

    /** What says nothing to a reader: keys, check sums, the file as it came, parts that only hold others together. */
    private static final Set<String> SILENT = Set.of("Application.declaration", "Application.form", "Adult.person", "Child.person",
            "CalculationLine.code", "CalculationLine.rule", "CalculationLine.matter", "CalculationLine.numerator",
            "CalculationLine.denominator", "CalculationLine.unconfirmed", "Calculation.locked", "CheckItem.stepKey", "ChecklistStep.key",
            "Brand.logo", "DecisionItem.code", "KeptFinding.check", "Letter.pdfSha256", "SentPaper.pdfSha256", "Letter.templateVersion",
            "Staff.subject");
    /** Ids of other documents: hidden unless they are a person's or a unit's. */
    private static final Set<String> IDS = Set.of("id", "caseId", "applicationId", "aboutId", "actionId", "agreementId", "calculationId",
            "childId", "corrects", "letterId", "markId", "meetingId", "planId", "referralId", "seriesId", "protectedCases", "recipientId",
            "sourceId", "templateId");

    private final Texts texts = new Texts();

    private static Set<Class<?>> parts() {
        Set<Class<?>> parts = new LinkedHashSet<>();
        for (DocumentType type : DocumentType.values()) {
            if (type != DocumentType.CONFLICT) {
                collect(type.record(), parts);
            }
        }
        return parts;
    }

    private static void collect(Class<?> part, Set<Class<?>> parts) {
        if (part == Money.class || part == PersonalNumber.class || !part.isRecord() && !part.isEnum() || !parts.add(part)
                || part.isEnum()) {
            return;
        }
        for (RecordComponent component : part.getRecordComponents()) {
            collect(component.getType(), parts);
            if (component.getGenericType() instanceof ParameterizedType generic) {
                collect((Class<?>) generic.getActualTypeArguments()[0], parts);
            }
        }
    }

    private ConflictWords words(String type, Document about) {
        List<Document> shared = CaseSamples.municipality();
        Household household = (Household) CaseSamples.amina().stream().filter(Household.class::isInstance).findFirst().orElseThrow();
        return new ConflictWords(type, about, household,
                new Registers(of(shared, Staff.class), of(shared, Unit.class), of(shared, Settings.class),
                        of(shared, ChecklistTemplate.class), List.of(), List.of(), List.of()),
                texts, new Formats(texts, Clock.systemUTC()));
    }

    private static <D> List<D> of(List<Document> all, Class<D> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Application december() {
        return of(CaseSamples.amina(), Application.class).stream()
                .filter(a -> a.id().equals(CaseSamples.DECEMBER))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFieldOfEveryDocumentHasASwedishName() {
        assertThat(parts().stream().filter(Class::isRecord)).hasSizeGreaterThan(20).allSatisfy(part -> {
            for (RecordComponent component : part.getRecordComponents()) {
                String field = part.getSimpleName() + "." + component.getName();
                if (!SILENT.contains(field) && !IDS.contains(component.getName())) {
                    FieldShape shape = new FieldShape(part, component.getName(), component.getType(), false);
                    assertThat(ConflictWords.name(shape, texts)).as(field).isPresent();
                }
            }
        });
    }

    @Test
    void everyCodeOfEveryDocumentHasASwedishName() {
        assertThat(parts().stream().filter(Class::isEnum)).hasSizeGreaterThan(15).allSatisfy(part -> {
            for (Object code : part.getEnumConstants()) {
                assertThat(ConflictWords.code((Enum<?>) code, texts)).isNotBlank().doesNotContain("_");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # type        | path                            | json            | in words
            APPLICATION   | receivedAt                      | "2026-11-20T08:54:00Z" | 20 nov 2026 08:54
            APPLICATION   | period                          | "2026-12"       | december 2026
            APPLICATION   | status                          | "WAITING"       | Väntar på komplettering
            APPLICATION   | attested                        | true            | Ja
            APPLICATION   | declaration.sharedHomeSize      | 3               | 3
            CASE_FILE     | closedOn                        | "2026-12-01"    | 1 december 2026
            CASE_FILE     | number                          | ""              | –
            ACTION        | terms.kind                      | "internship"    | Praktik
            REFERRAL      | wantedKind                      | ""              | –
            TRIPARTITE_MEETING | time.startsAt              | "2026-11-20T09:54:00" | 20 nov 2026 08:54
            SNOOZE        | kind                            | "ACTION_ENDING" | Insats slutar snart
            CASE_FILE     | a.field.of.tomorrow             | {"x":1}         | –
            STAFF         | roles                           | ["CASEWORKER","TEAM_LEAD"] | socialsekreterare, förste socialsekreterare
            """)
    void aValueIsReadAsPeopleWriteIt(String type, String path, String json, String words) {
        // the year is only told when it is another than this
        assertThat(words(type, december()).value(path, json).replace('\u00A0', ' ')).isIn(words, words.replace(" 2026 ", " "));
    }

    @Test
    void amountsAndPeopleAreNamedAndNothingIsADash() {
        ConflictWords words = words("APPLICATION", december());
        String income = "declaration.incomes[" + CaseSamples.id(801) + "].";
        assertThat(words.place(income + "amount")).isEqualTo("Inkomster, Lön");
        assertThat(words.field(income + "amount")).isEqualTo("Belopp");
        assertThat(words.value(income + "amount", "785550")).isEqualTo("7\u00A0855,50\u00A0kr");
        assertThat(words.value(income + "memberId", "\"" + CaseSamples.id(201) + "\"")).isEqualTo("Amina Öberg");
        assertThat(words.value(income + "amount", null)).isEqualTo("–");
        assertThat(words("CASE_FILE", december()).value("responsible", "\"" + CaseSamples.KARIN.id() + "\"")).isEqualTo("Karin Berg");
        assertThat(words("CASE_FILE", december()).value("responsible", "\"" + new UUID(7, 7) + "\"")).isEqualTo("–");
    }

    @Test
    void aDocumentIsCalledByItsMonth() {
        assertThat(words("APPLICATION", december()).document()).isEqualTo("Ansökan för december 2026");
        assertThat(ConflictWords.document("TOMORROWS_KIND", texts)).isEqualTo("Något i ärendet");
    }
}
