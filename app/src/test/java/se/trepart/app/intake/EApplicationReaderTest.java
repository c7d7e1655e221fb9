package se.trepart.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.text.Texts;
import se.trepart.model.Money;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Income;
import se.trepart.model.application.OtherDeclaration;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class EApplicationReaderTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Stockholm"));
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final EApplicationReader reader = new EApplicationReader(new Texts(), NOW);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void takesEveryFileThatIsInOrderAndKeepsItsTextUnchanged(int number) throws IOException {
        byte[] file = sample(number);

        assertThat(accepted(file).form()).isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatTheFormTells() throws IOException {
        ReceivedApplication application = accepted(sample(12));

        assertThat(application.channel()).isEqualTo(Channel.E_SERVICE);
        assertThat(application.kind()).isEqualTo(ApplicationKind.NEW);
        assertThat(application.period()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(application.declaration().maritalStatus()).isEqualTo(MaritalStatus.COHABITING);
        assertThat(application.declaration().adults()).extracting(Adult::role).containsExactly(AdultRole.APPLICANT, AdultRole.CO_APPLICANT);
        assertThat(application.declaration().children()).extracting(Child::daysInHome).containsExactly(14, 31, 14);
        Income last = application.declaration().incomes().getLast();
        assertThat(last.memberId()).isEqualTo(application.declaration().children().getLast().id());
        assertThat(application.answers()).isNotEmpty();
        assertThat(application.attested()).isTrue();
    }

    @Test
    void readsAnAcuteDentalCostThatTheFormTellsAsAKindOfOther() throws IOException {
        ReceivedApplication application = accepted(sample(3));

        assertThat(application.declaration().costs()).extracting(AppliedCost::type)
                .containsExactly(CostType.RENT, CostType.ELECTRICITY, CostType.HOME_INSURANCE, CostType.ACUTE_DENTAL);
        assertThat(application.declaration().incomes().getFirst().amount()).isEqualTo(new Money(785_550));
        assertThat(application.declaration().incomes().getFirst().receivedOn()).isEqualTo(LocalDate.of(2025, 8, 25));
    }

    @Test
    void givesTheSameIdsEachTimeAndIdsThatAscendAsTheListsDo() throws IOException {
        ReceivedApplication application = accepted(sample(11));

        assertThat(accepted(sample(11))).isEqualTo(application);
        assertThat(application.declaration().children()).hasSize(7).extracting(c -> c.id().toString()).isSorted().doesNotHaveDuplicates();
        assertThat(application.declaration().costs()).extracting(c -> c.id().toString()).isSorted().doesNotHaveDuplicates();
        assertThat(Stream.of(application.declaration().adults().getFirst().id(), application.declaration().costs().getFirst().id(),
                application.declaration().incomes().getFirst().id(), application.declaration().children().getFirst().id(),
                accepted(sample(10)).declaration().children().getFirst().id()).distinct()).hasSize(5);
        assertThat(application.declaration().children().getFirst().id().version()).isEqualTo(8);
    }

    @Test
    void keepsOrderInListsLongerThanTen() {
        FormIds ids = new FormIds(UUID.fromString("8c7e134f-5dfb-43d1-ac4a-3698aa2ca1af"));

        assertThat(Stream.iterate(0, i -> i < FormIds.LONGEST_LIST, i -> i + 1).map(i -> ids.of("costs", i).toString())).isSorted();
    }

    @Test
    void treatsAPersonWithoutToldProtectionAsProtectedAndLeavesTheAddressBlankInTheWholeHousehold() throws IOException {
        ObjectNode form = form(3);
        ((ObjectNode) form.at("/persons/0")).remove("protection");

        ReceivedApplication application = accepted(bytes(form));

        assertThat(application.declaration().adults().getFirst().person().protection()).isEqualTo(Protection.UNKNOWN);
        assertThat(application.declaration().adults().getFirst().person().address()).isNull();
        assertThat(application.declaration().children()).allMatch(c -> c.person().protection() == Protection.UNKNOWN);
        assertThat(application.form()).contains("Storgatan 3");
    }

    @Test
    void keepsTheNeedOfAnInterpreterWhenTheLanguageIsNotTold() throws IOException {
        ObjectNode form = form(3);
        ((ObjectNode) form.at("/persons/0")).put("needsInterpreter", true);

        assertThat(accepted(bytes(form)).declaration().adults().getFirst().person().interpreterLanguage()).isEqualTo("språk ej angivet");
    }

    @Test
    void keepsWhatTheFormatLeavesOpenAsWords() throws IOException {
        ObjectNode form = form(3);
        form.set("assets", JSON.readTree("[{\"typ\":\"bil\",\"värde\":12000}, \"sparkonto\"]"));
        form.set("något nytt", JSON.readTree("{\"a\":1}"));

        ReceivedApplication application = accepted(bytes(form));

        assertThat(application.declaration().others()).extracting(OtherDeclaration::text)
                .containsExactly("typ: bil; värde: 12000", "sparkonto");
        assertThat(application.form()).contains("något nytt");
    }

    @Test
    void takesAFileThatBeginsWithAByteOrderMark() throws IOException {
        String text = "\uFEFF" + new String(sample(1), StandardCharsets.UTF_8);

        assertThat(accepted(text.getBytes(StandardCharsets.UTF_8)).form()).isEqualTo(text);
    }

    /** Each row changes one thing in ansokan-04 (a couple, three children) and tells all faults that are to be found (# between). {@code -} takes away. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /formatVersion                    | 2                        | /formatVersion: okänd version 2 av formatet (väntade 1)
            /formatVersion                    | -                        | /formatVersion: saknas (väntade ett heltal)
            /id                               | "1-2-3-4-5"              | /id: har fel sorts värde (väntade ett UUID som 8c7e134f-5dfb-43d1-ac4a-3698aa2ca1af)
            /channel                          | "FAX"                    | /channel: okänd kod ”FAX” (väntade någon av E_SERVICE, LETTER, EMAIL, ORAL)
            /channel                          | 7                        | /channel: har fel sorts värde (väntade text)
            /receivedAt                       | "2026-11-22T10:00:01+01:00" | /receivedAt: ligger i framtiden (väntade en tid som har varit)
            /receivedAt                       | "2026-09-25"             | /receivedAt: har fel sorts värde (väntade datum, klockslag och tidszon som 2026-12-01T08:30:00+01:00)
            /applicationType                  | "AGAIN"                  | /applicationType: okänd kod ”AGAIN” (väntade någon av NEW, RENEWAL, SUPPLEMENTARY)
            /maritalStatus                    | "SINGLE"                 | /maritalStatus: SINGLE men det finns en medsökande (väntade COHABITING, eller ingen CO_APPLICANT)
            /maritalStatus                    | null                     | /maritalStatus: saknas (väntade text)
            /periodMonth                      | 13                       | /periodMonth: är utanför gränserna (väntade ett heltal från 1 till 12)
            /periodYear                       | "2026"                   | /periodYear: har fel sorts värde (väntade ett heltal)
            /persons/1                        | -                        | /maritalStatus: COHABITING men ingen medsökande (väntade en person med rollen CO_APPLICANT, eller SINGLE)
            /persons/0/personalNumber         | "199007282389"           | /persons/0/personalNumber: har fel kontrollsiffra (väntade en sista siffra som stämmer med de andra)
            /persons/0/personalNumber         | "19900230T001"           | /persons/0/personalNumber: har ett datum som inte finns (väntade ÅÅÅÅMMDD; dag + 60 i ett samordningsnummer)
            /persons/0/personalNumber         | "900728-2388"            | /persons/0/personalNumber: är inget personnummer (väntade 12 siffror, eller ÅÅÅÅMMDDTNNN för en testperson)
            /persons/1/personalNumber         | "199007282388"           | /persons/1/personalNumber: står redan på en annan person i ansökan (väntade ett personnummer för var och en)
            /persons/0/firstName              | " "                      | /persons/0/firstName: är tomt (väntade text)
            /persons/0/firstName              | "A\\u0000"               | /persons/0/firstName: innehåller ett tecken som inte kan sparas (väntade vanlig text)
            /persons/0/lastName               | "\\ud800"                | /persons/0/lastName: innehåller ett tecken som inte kan sparas (väntade vanlig text)
            /persons/0/address                | "Storgatan"              | /persons/0/address: har fel sorts värde (väntade ett objekt med fält, inom {})
            /persons/0/address/city           | -                        | /persons/0/address/city: saknas (väntade text)
            /persons/0/accountNumber          | -                        | /persons/0/accountNumber: saknas (väntade text)
            /persons/0/protection             | "UNKNOWN"                | /persons/0/protection: okänd kod ”UNKNOWN” (väntade någon av NONE, MARKED, PROTECTED_REGISTRATION)
            /persons/0/jobStimulus            | "ja"                     | /persons/0/jobStimulus: har fel sorts värde (väntade true eller false)
            /persons/0                        | 5                        | /persons/0: har fel sorts värde (väntade ett objekt med fält, inom {}) # /persons: saknar sökande (väntade en person med rollen APPLICANT)
            /children                         | -                        | /children: saknas (väntade en lista, inom []) # /incomes/1/recipient: pekar inte ut någon i ansökan (väntade APPLICANT, CO_APPLICANT eller ett barns personnummer)
            /children/0/residenceExtent       | "SOMETIMES"              | /children/0/residenceExtent: okänd kod ”SOMETIMES” (väntade någon av FULL_TIME, HALF_TIME, OTHER)
            /children/1/daysInHome            | -                        | /children/1/daysInHome: saknas (väntade ett heltal)
            /children/1/daysInHome            | 32                       | /children/1/daysInHome: är utanför gränserna (väntade ett heltal från 1 till 31)
            /children/1/daysInHome            | 14.5                     | /children/1/daysInHome: har fel sorts värde (väntade ett heltal)
            /children/0/lunchAway             | -                        | /children/0/lunchAway: saknas (väntade true eller false för barn till och med 6 år)
            /children/0/personalNumber        | "20261101T001"           | /children/0/personalNumber: barnet är inte fött den månad ansökan gäller (väntade ett barn fött senast 2026-10)
            /children/0/personalNumber        | "20081031T001"           | /children/0/inUpperSecondarySchool: saknas (väntade true eller false från 18 år)
            /children/0/personalNumber        | "20051031T001"           | /children/0/personalNumber: är 21 år (väntade en egen ansökan från 21 år: eget ärende)
            /housingForm                      | "TENT"                   | /housingForm: okänd kod ”TENT” (väntade någon av NO_HOUSING_OR_INSTITUTION, RENTAL, SUBLET, LODGER, CONDOMINIUM, OWNED_HOUSE, RENTED_HOUSE, LIVING_WITH_PARENTS)
            /costs                            | {}                       | /costs: har fel sorts värde (väntade en lista, inom [])
            /costs/0/costType                 | "ACUTE_DENTAL"           | /costs/0/costType: okänd kod ”ACUTE_DENTAL” (väntade någon av RENT, ELECTRICITY, HOME_INSURANCE, INTERNET, UNEMPLOYMENT_FUND, UNION_FEE, TRAVEL_APPROVED, TRAVEL_MEDICAL_TRANSPORT, MEDICAL_CARE, MEDICINE, OTHER)
            /costs/0/appliedAmount            | -0.01                    | /costs/0/appliedAmount: är negativt (väntade 0 kronor eller mer)
            /costs/0/appliedAmount            | 10.005                   | /costs/0/appliedAmount: har delar av ett öre (väntade kronor med högst två decimaler)
            /costs/0/appliedAmount            | 1e400                    | /costs/0/appliedAmount: är orimligt stort (väntade mindre än 10 miljoner kronor)
            /costs/0/appliedAmount            | "4000"                   | /costs/0/appliedAmount: har fel sorts värde (väntade ett belopp i kronor)
            /incomes/0/amount                 | -                        | /incomes/0/amount: saknas (väntade ett belopp i kronor)
            /incomes/0/incomeDate             | "2026-02-30"             | /incomes/0/incomeDate: har fel sorts värde (väntade ett datum som 2026-12-01)
            /incomes/1/recipient              | "20091019T504"           | /incomes/1/recipient: pekar inte ut någon i ansökan (väntade APPLICANT, CO_APPLICANT eller ett barns personnummer)
            /plannings/0/planningType         | "REST"                   | /plannings/0/planningType: okänd kod ”REST” (väntade någon av WORK, JOBSEEKING, SICK_LEAVE, SFI, OTHER)
            /jobApplications/0/person         | "SOMEBODY"               | /jobApplications/0/person: pekar inte ut någon i ansökan (väntade APPLICANT, CO_APPLICANT eller ett barns personnummer)
            /attestation                      | -                        | /attestation: saknas (väntade true eller false)
            /attestedAt                       | "nyss"                   | /attestedAt: har fel sorts värde (väntade datum, klockslag och tidszon som 2026-12-01T08:30:00+01:00)
            """)
    void rejectsWithPlaceAndWhatWasExpected(String pointer, String value, String faults) throws IOException {
        assertThat(faults(bytes(changed(form(4), pointer, value)))).containsExactlyInAnyOrder(faults.split(" # "));
    }

    @Test
    void sendsAGrownUpWhoIsNotAtUpperSecondarySchoolToACaseOfTheirOwn() throws IOException {
        ObjectNode form = changed(form(4), "/children/0/personalNumber", "\"20081031T001\"");

        assertThat(faults(bytes(changed(form, "/children/0/inUpperSecondarySchool", "false"))))
                .containsExactly("/children/0/inUpperSecondarySchool: är 18 år eller mer och går inte i gymnasiet "
                        + "(väntade en egen ansökan: eget ärende)");
        assertThat(accepted(bytes(changed(form, "/children/0/inUpperSecondarySchool", "true"))).declaration().children()).hasSize(3);
    }

    @Test
    void rejectsASecondApplicant() throws IOException {
        ObjectNode form = changed(form(4), "/persons/1/role", "\"APPLICANT\"");

        assertThat(faults(bytes(form))).contains("/persons/1/role: mer än en sökande (väntade en enda APPLICANT)");
    }

    @Test
    void tellsAllFaultsOfAFileAtOnce() throws IOException {
        ObjectNode form = changed(form(4), "/channel", "\"FAX\"");
        changed(form, "/persons/0/personalNumber", "\"199007282389\"");
        changed(form, "/costs/0/appliedAmount", "-1");
        changed(form, "/housingRoomsPlusKitchen", "-");

        assertThat(rejected(bytes(form))).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/channel", "/persons/0/personalNumber", "/costs/0/appliedAmount", "/housingRoomsPlusKitchen");
    }

    @Test
    void neverRepeatsAPersonalNumberInAFault() throws IOException {
        ObjectNode form = changed(form(4), "/persons/0/personalNumber", "\"199007282389\"");
        changed(form, "/incomes/0/recipient", "\"199007282389\"");

        assertThat(faults(bytes(form))).hasSize(2).noneMatch(f -> f.contains("19900728"));
    }

    @Test
    void tellsWhereACutFileEnds() throws IOException {
        String text = new String(sample(4), StandardCharsets.UTF_8);
        String cut = text.substring(0, text.indexOf("\"lastName\"", text.indexOf("\"children\"")) + 14);
        long line = cut.lines().count();

        assertThat(faults(cut.getBytes(StandardCharsets.UTF_8))).singleElement()
                .asString()
                .startsWith("/children/0/lastName: filen tar slut mitt i, rad " + line + ", kolumn ")
                .endsWith(" (väntade hela filen)");
    }

    @Test
    void tellsAFieldThatStandsTwiceTogetherWithTheOtherFaults() throws IOException {
        String text = new String(sample(4), StandardCharsets.UTF_8).replaceFirst("\"costType\": \"RENT\"",
                "\"costType\": \"RENT\", \"costType\": \"RENTT\"");

        assertThat(rejected(text.getBytes(StandardCharsets.UTF_8))).extracting(Fault::pointer)
                .containsExactly("/costs/0/costType", "/costs/0/costType");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` `         | /: filen är tom (väntade en ansökan)
            {           | /: filen tar slut mitt i, rad 1, kolumn 2 (väntade hela filen)
            []          | /: har fel sorts värde (väntade ett objekt med fält, inom {})
            hej         | /: går inte att läsa som JSON, rad 1, kolumn 4 (väntade JSON)
            {"id": 1,}  | /id: går inte att läsa som JSON, rad 1, kolumn 11 (väntade JSON)
            {} {}       | /: går inte att läsa som JSON, rad 1, kolumn 6 (väntade JSON)
            """)
    void rejectsWhatIsNoForm(String text, String fault) {
        assertThat(faults(text.getBytes(StandardCharsets.UTF_8))).containsExactly(fault);
    }

    @Test
    void rejectsOtherEncodingsAndFilesThatTheStoreCouldNotSend() throws IOException {
        assertThat(
                faults(new String(sample(1), StandardCharsets.UTF_8).replace("Storgatan", "Ågatan").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("/: filen är inte UTF-8 (väntade text i UTF-8)");
        assertThat(faults(new byte[EApplicationReader.LARGEST_FILE + 1])).containsExactly("/: filen är för stor (väntade högst 400 kB)");
    }

    private ReceivedApplication accepted(byte[] file) {
        return switch (reader.read(file)) {
            case Reading.Accepted(var application) -> application;
            case Reading.Rejected(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<Fault> rejected(byte[] file) {
        return switch (reader.read(file)) {
            case Reading.Accepted _ -> throw new AssertionError("nothing was found wrong");
            case Reading.Rejected(var faults) -> faults;
        };
    }

    private List<String> faults(byte[] file) {
        return rejected(file).stream().map(Fault::line).toList();
    }

    static byte[] sample(int number) throws IOException {
        try (InputStream in = EApplicationReaderTest.class.getResourceAsStream("ansokan-%02d.json".formatted(number))) {
            return in.readAllBytes();
        }
    }

    static ObjectNode form(int number) throws IOException {
        return (ObjectNode) JSON.readTree(sample(number));
    }

    static byte[] bytes(ObjectNode form) {
        return JSON.writeValueAsBytes(form);
    }

    static ObjectNode changed(ObjectNode form, String pointer, String value) {
        JsonNode parent = form.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            int place = Integer.parseInt(field);
            if (value.equals("-")) {
                list.remove(place);
            } else {
                list.set(place, JSON.readTree(value));
            }
        } else if (value.equals("-")) {
            ((ObjectNode) parent).remove(field);
        } else {
            ((ObjectNode) parent).set(field, JSON.readTree(value));
        }
        return form;
    }
}
