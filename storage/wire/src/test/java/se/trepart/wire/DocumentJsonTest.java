package se.trepart.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.RecoveryGround;
import se.trepart.model.letter.KeptFinding;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.PlainLanguageResult;
import se.trepart.model.letter.RecoveryTerms;
import se.trepart.model.letter.Representative;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.person.Address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentJsonTest {

    /** Set to write the files of a new type: -Dgolden.write; a file that is there is never changed, it is what lies in the field. */
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    @ParameterizedTest
    @EnumSource
    void readsAndWritesTheFirstSchemaToTheByte(DocumentType type) throws IOException {
        Path source = Path.of("src/test/resources/golden/schema-1", type + ".json");
        if (WRITE && !Files.exists(source)) {
            Files.writeString(source, pretty(DocumentJson.write(Samples.of(type))));
        }
        String golden = Files.readString(source);
        Document read = DocumentJson.read(type, Json.MAPPER.readTree(golden));
        assertThat(read).isEqualTo(Samples.of(type));
        assertThat(pretty(DocumentJson.write(read))).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackTheSameFromItsFields(DocumentType type) {
        Document document = Samples.of(type);
        assertThat(DocumentJson.read(type, Fields.join(Fields.of(DocumentJson.write(document))))).isEqualTo(document);
    }

    /** Fields that came later than a kind of document: without them it is read as before, and with them nothing is lost. */
    @Test
    void readsAndWritesWhatWasAddedToTheFirstSchemaToTheByte() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/golden/schema-1-added/TRIPARTITE_MEETING.json"));
        Document read = DocumentJson.read(DocumentType.TRIPARTITE_MEETING, Json.MAPPER.readTree(golden));
        assertThat(read).isEqualTo(PlanSamples.laterMeeting());
        assertThat(pretty(DocumentJson.write(read))).isEqualTo(golden);
        assertThat(DocumentJson.read(DocumentType.TRIPARTITE_MEETING, Fields.join(Fields.of(DocumentJson.write(read))))).isEqualTo(read);
    }

    @Test
    void carriesALettersChoicesAndReadsALetterFromBeforeThereWereAny() {
        Letter sent = (Letter) Samples.of(DocumentType.LETTER);
        LetterDetails chosen = LetterDetails.NONE.heading("flytten")
                .day(LocalDate.of(2026, 12, 18))
                .amount(Money.kronor(3000))
                .withoutNames(true)
                .large(true)
                .easy(true)
                .information("so")
                .recovery(new RecoveryTerms(RecoveryGround.ADVANCE, Money.kronor(500), "Det brådskar."))
                .representative(new Representative(Representative.Capacity.TRUSTEE, "Sven Ek",
                        new Address("Storgatan 2", "123 45", "Exempelstad")));
        Letter letter = Letter
                .write(sent.id(), Samples.of(DocumentType.CASE_FILE), LetterKind.OWN, sent.recipientId(), "2", "", "", sent.writtenBy(),
                        sent.writtenOn())
                .choose(chosen);
        assertThat(DocumentJson.read(DocumentType.LETTER, Fields.join(Fields.of(DocumentJson.write(letter))))).isEqualTo(letter);
        assertThat(sent.details()).isNull();
        assertThat(sent.chosen()).isEqualTo(LetterDetails.NONE);
    }

    /** An older program keeps such a letter's JSON aside until it is upgraded; it never guesses. */
    @Test
    void refusesAKindOfLetterThatOnlyANewerProgramKnows() {
        ObjectNode newer = ((ObjectNode) DocumentJson.write(Samples.of(DocumentType.LETTER))).put("kind", "HOLOGRAM");
        assertThatThrownBy(() -> DocumentJson.read(DocumentType.LETTER, newer)).isInstanceOf(DocumentJson.UnreadableDocument.class);
    }

    @Test
    void keepsWhatANewerProgramAddedWhenAnOlderOneChangesAField() {
        ObjectNode stored = (ObjectNode) DocumentJson.write(Samples.of(DocumentType.CASE_FILE));
        stored.putObject("newer").put("x", 1);
        Document seen = DocumentJson.read(DocumentType.CASE_FILE, stored);
        ObjectNode changed = (ObjectNode) DocumentJson.write(seen);
        changed.put("phase", "RUNNING");
        JsonNode after = Patch.apply(stored, Patch.between(DocumentJson.write(seen), changed));
        assertThat(after.get("newer").get("x").asInt()).isEqualTo(1);
        assertThat(after.get("phase").asString()).isEqualTo("RUNNING");
    }

    @Test
    void leavesADocumentOfAnUnknownTypeAsItIs() {
        assertThat(DocumentJson.read("HOLOGRAM", Json.MAPPER.readTree("{\"id\":1}"))).isEmpty();
    }

    @Test
    void readsAMissingListAsEmpty() {
        Household household = (Household) DocumentJson.read(DocumentType.HOUSEHOLD, Json.MAPPER.readTree("{\"adults\":null}"));
        assertThat(household.adults()).isEmpty();
        assertThat(household.children()).isEmpty();
    }

    @Test
    void readsAMissingSetAsEmpty() {
        JsonNode called = Json.MAPPER.readTree("{\"notes\":{\"notes\":\"\"},\"time\":{\"minutes\":60,\"place\":\"rum 4\",\"link\":\"\"}}");
        assertThat(((TripartiteMeeting) DocumentJson.read(DocumentType.TRIPARTITE_MEETING, called)).notes().nothingFor()).isEmpty();
    }

    @Test
    void aLetterHasWhatIsKeptInItAndOneFromBeforeHasNothing() {
        ObjectNode stored = (ObjectNode) DocumentJson.write(Samples.of(DocumentType.LETTER));
        ObjectNode details = stored.putObject("details");
        details.put("heading", "").put("withoutNames", false).put("large", true).put("dropped", false);
        assertThat(((Letter) DocumentJson.read(DocumentType.LETTER, stored)).chosen()).isEqualTo(LetterDetails.NONE.large(true));
        UUID by = UUID.fromString("01900000-0000-7009-8000-000000000009");
        details.putArray("kept")
                .addObject()
                .put("check", "WORD")
                .put("quote", "Samtliga")
                .put("sentence", "Samtliga.")
                .put("reason", "Så heter det.")
                .put("by", by.toString());
        details.putObject("language").put("passed", false).put("lix", 28).put("average", 10).put("remarks", 1);
        Letter letter = (Letter) DocumentJson.read(DocumentType.LETTER, stored);
        assertThat(letter.chosen().kept()).containsExactly(new KeptFinding("WORD", "Samtliga", "Samtliga.", "Så heter det.", by));
        assertThat(letter.chosen().language()).isEqualTo(new PlainLanguageResult(false, 28, 10, 1));
        details.put("easy", false);
        assertThat(DocumentJson.write(letter)).isEqualTo(stored);
    }

    @Test
    void refusesWhatWouldHaveToBeGuessedAt() {
        for (String line : new String[]{"{\"systemAmount\":1.7}", "{\"systemAmount\":\"7\"}", "{\"numerator\":1.5}",
                "{\"numerator\":1,\"numerator\":2}"}) {
            assertThatThrownBy(() -> DocumentJson.read(DocumentType.CALCULATION,
                    Json.MAPPER.readTree("{\"lines\":[{\"id\":\"" + UUID.randomUUID() + "\"," + line.substring(1) + "]}")))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void saysWhereADocumentIsWrongButNeverWhatStoodThere() {
        JsonNode body = Json.MAPPER.readTree("{\"adults\":[{\"person\":{\"number\":\"199001252388\"}}]}");
        assertThatThrownBy(() -> DocumentJson.read(DocumentType.HOUSEHOLD, body)).hasMessageContaining("number")
                .hasMessageNotContaining("199001252388")
                .hasNoCause();
    }

    @Test
    void carriesAnOperationThroughJsonUnchanged() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/golden/schema-1/operation.json")) {
            String text = new String(golden.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(pretty(Json.MAPPER.valueToTree(Json.MAPPER.readValue(text, Operation.class)))).isEqualTo(text);
        }
    }

    private static String pretty(JsonNode node) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }
}
