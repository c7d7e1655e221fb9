package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.control.Styles;
import se.trepart.app.settings.Appearance.TextSize;
import se.trepart.app.settings.Appearance.Theme;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Main;
import se.trepart.local.Workstation;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.letter.Letter;
import se.trepart.model.person.Protection;

/** One case from the e-service's file to the sent letter, then seen on the second workstation (huvudjobbet). */
final class TourOfTheMainJob {

    private static final List<String> RESULTS = List.of("Uppgifterna stämmer med det vi fick se.", "Inget har ändrats sedan ansökan kom.",
            "Vi gick igenom det i samtalet.");

    /** what stands where somebody else's case would be shown (R31) */
    private static final String NOT_OWN = "Ärendet är inte ditt";

    private final DemoProgram program;
    private final Path folder;
    private final DemoFamily family;
    private final ReceivedApplication received;

    TourOfTheMainJob(DemoProgram program, Path folder) {
        this.program = program;
        this.folder = folder;
        LocalDate today = LocalDate.now();
        Random random = new Random(41);
        DemoIds ids = new DemoIds(41, Instant.now());
        DemoPeople people = new DemoPeople(random, ids, today, 67);
        List<Adult> adults = people.adults(1, 33, 33, Protection.NONE, true, false);
        Child younger = people.child(adults.getFirst(), List.of(), 5, ResidenceExtent.FULL_TIME);
        Child older = people.child(adults.getFirst(), List.of(younger), 11, ResidenceExtent.HALF_TIME);
        family = new DemoFamily(adults, List.of(younger, older), 0, true, random, ids);
        received = family.applyFor(YearMonth.from(today).plusMonths(1), ApplicationKind.NEW, today.minusDays(1));
    }

    /** @return the case that it went through */
    UUID run() throws IOException {
        Client client = program.window(1).client();
        Hands hands = new Hands(client.stage(), folder);
        hands.await("fönstret", () -> client.ready() ? Optional.of(true) : Optional.empty());
        hands.see("senast synkad");
        hands.await("Min dag", () -> hands.find(Label.class, l -> l.getStyleClass().contains(Styles.BADGE)));
        hands.picture("01-min-dag");
        UUID caseId = takeIn(hands, client);
        readApplication(hands, client, caseId);
        investigate(hands, client, caseId);
        calculate(hands, client, caseId);
        decide(hands, client, caseId);
        write(hands, client, caseId);
        print(hands, client, caseId);
        go(hands, client, caseId, CasePlace.JOURNAL);
        hands.type("Anteckning", "Ringde och berättade om beslutet. Familjen vet när pengarna kommer.");
        hands.press("Skriv i journalen");
        hands.picture("11-journal");
        search(hands);
        onTheSecondWorkstation(caseId);
        inOtherClothes(hands, client, caseId);
        return caseId;
    }

    /** The e-service's file comes to the watched folder and is registered by itself. */
    private UUID takeIn(Hands hands, Client client) throws IOException {
        hands.shortcut(KeyCode.DIGIT2);
        Files.writeString(program.office().inbox().resolve("ansokan-" + received.id() + ".json"), DemoForm.of(received));
        hands.see(family.adults.getFirst().person().listName());
        hands.picture("02-ansokningar");
        return program.window(1).seat().workstation().documents().find(Application.class, received.id()).orElseThrow().caseId();
    }

    private void readApplication(Hands hands, Client client, UUID caseId) {
        go(hands, client, caseId, CasePlace.APPLICATION);
        hands.picture("03-ansokan");
    }

    private void investigate(Hands hands, Client client, UUID caseId) {
        go(hands, client, caseId, CasePlace.INVESTIGATION);
        hands.press("Inled utredningen");
        ChecklistTemplate template = ChecklistTemplates.shipped(Unit.MUNICIPALITY)
                .stream()
                .filter(t -> t.kind() == ApplicationKind.NEW)
                .findFirst()
                .orElseThrow();
        for (ChecklistStep step : template.steps()) {
            if (hands.buttons(step.question()::equals).isEmpty()) {
                continue;
            }
            hands.press(step.question());
            if (step.key().startsWith("authority.")) {
                hands.press("Inga uppgifter");
            } else {
                hands.type("Resultat", RESULTS.get(step.key().length() % RESULTS.size()));
            }
            hands.type("Bedömning av resultatet", "Påverkar inte rätten till stöd.");
            if (step.key().equals("household")) {
                hands.picture("04-utredning");
            }
        }
        for (Child child : family.children) {
            String name = child.person().firstName();
            hands.type("Hur har " + name + " beaktats?",
                    name + " trivs i skolan och har nära till sina vänner. Vi har pratat med föräldern om " + name + ".");
            hands.type("Vad är bäst för " + name + ", och varför?", "Att bo kvar, så att " + name + " kan gå kvar i samma skola.");
            hands.type("Hur påverkar det beslutet för " + name + "?", "Hyran räknas med i sin helhet, så att " + name + " kan bo kvar.");
        }
        hands.picture("05-barnens-basta");
        hands.press("Avsluta utredningen");
        hands.see("Utredningen är avslutad");
    }

    /** One income is corrected with its reason; one line is opened to show how it came about. */
    private static void calculate(Hands hands, Client client, UUID caseId) {
        go(hands, client, caseId, CasePlace.CALCULATION);
        hands.see("Underhåll");
        hands.picture("06-berakning");
        hands.pressFirst("calculation-open-children");
        hands.typeInto("calculation-value-CHILD_SUPPORT", "3 000");
        hands.typeInto("calculation-reason-CHILD_SUPPORT", "Försäkringskassan betalar 3 000 kr från december.");
        hands.picture("07-berakning-rad");
    }

    private void decide(Hands hands, Client client, UUID caseId) {
        go(hands, client, caseId, CasePlace.DECISION);
        hands.press("Förbered beslutet");
        hands.type("Varför", "Du arbetar deltid och söker mer arbete. Pengarna räcker inte till det ni behöver i december.");
        String children = String.join(" och ", family.children.stream().map(child -> child.person().firstName()).toList());
        hands.type("Så påverkas barnen", children + " kan bo kvar och gå i samma skola.");
        hands.picture("08-beslut");
        hands.press("Besluta");
        hands.answer("Besluta");
        hands.see("Beslutet är låst");
        hands.picture("09-beslutat");
    }

    /** The letter is written, what is hard in it mended with the suggestion, read as its reader will, and marked as sent. */
    private void write(Hands hands, Client client, UUID caseId) {
        go(hands, client, caseId, CasePlace.LETTER);
        hands.await("brevets sidor", () -> hands.find(ImageView.class, i -> i.getImage() != null));
        hands.see("Klarspråk");
        hands.typeInto("letter-why", "Du arbetar deltid och söker mer arbete. Pengarna räcker ej till det ni behöver i december.");
        hands.see("Ta förslaget");
        hands.keys(KeyCode.F8);
        hands.picture("10a-brev-anmarkning");
        hands.alt(KeyCode.ENTER);
        hands.see("Inget att anmärka");
        hands.picture("10-brev");
        hands.keys(KeyCode.F9);
        hands.picture("10c-brev-som-mottagaren");
        hands.keys(KeyCode.F9);
        hands.press("Markera som skickat");
        hands.see("sparat så som det skickades");
    }

    /** It goes to a printer that keeps files: what comes out is what was kept. Then it is opened again with one key. */
    private void print(Hands hands, Client client, UUID caseId) throws IOException {
        TourPrinter printer = new TourPrinter(folder);
        Hands.onScreen(() -> {
            client.navigator().open(Place.Aside.PRINTS);
            return true;
        });
        hands.see(family.adults.getFirst().person().listName());
        hands.await("skrivaren", () -> hands.find(ComboBox.class, c -> c.getItems().toString().contains(TourPrinter.NAME)));
        hands.chooseFor("Skrivare", TourPrinter.NAME);
        hands.picture("10d-utskrifter");
        hands.shortcut(KeyCode.ENTER);
        hands.see("Utskrivet");
        hands.picture("10e-utskrivet");
        Workstation workstation = program.window(1).seat().workstation();
        Letter letter = workstation.documents().inCase(Letter.class, caseId).getFirst();
        Path kept = Files.write(folder.resolve("brev.pdf"), workstation.blobs().find(letter.pdfSha256()).orElseThrow());
        if (Files.mismatch(kept, printer.jobs().getLast()) >= 0) {
            throw new TourFailed("utskriften är inte brevet som sparades", null);
        }
        TableView<?> letters = hands.await("breven", () -> hands.find(TableView.class, t -> !t.getItems().isEmpty()));
        Hands.onScreen(() -> {
            letters.getSelectionModel().selectFirst();
            return true;
        });
        hands.focus(letters);
        hands.keys(KeyCode.ENTER);
        hands.see("sparat så som det skickades");
        hands.choose("letter-delivery-how", "Kvitto");
        hands.pick("letter-delivery-on", LocalDate.now());
        hands.press("Notera");
        hands.see("Läsaren fick brevet den");
        hands.picture("10f-brev-i-arkivet");
        hands.press("Lämna ut akten …");
        hands.choose("disclosure-asker", family.adults.getFirst().person().name());
        hands.typeInto("disclosure-to", family.adults.getFirst().person().name());
        hands.typeInto("disclosure-purpose", "Vill läsa sin akt");
        hands.picture("10g-lamna-ut-akten");
    }

    private void search(Hands hands) {
        hands.shortcut(KeyCode.K);
        hands.typeIntoFocus("öb");
        hands.picture("12-sok");
        hands.escape();
    }

    /** A colleague at another workstation, with a cache of its own, has the decision and the letter. */
    private void onTheSecondWorkstation(UUID caseId) {
        DemoProgram.Window second = Hands.onScreen(() -> program.sit(DemoStaff.MARCUS, 2, Stage::new)).join();
        Hands hands = new Hands(second.client().stage(), folder);
        hands.await("andra fönstret", () -> second.client().ready() ? Optional.of(true) : Optional.empty());
        hands.see("senast synkad");
        go(hands, second.client(), caseId, CasePlace.DECISION);
        hands.see("Beslutet är låst");
        hands.picture("13-andra-arbetsplatsen");
        DemoProgram.Window lead = Hands.onScreen(() -> program.sit(DemoStaff.BIRGITTA, 2, Stage::new)).join();
        Hands leading = new Hands(lead.client().stage(), folder);
        leading.await("arbetsledarens fönster", () -> lead.client().ready() ? Optional.of(true) : Optional.empty());
        leading.await("Min dag", () -> leading.find(Label.class, l -> l.getStyleClass().contains(Styles.BADGE)));
        leading.picture("14-arbetsledarens-dag");
    }

    /** Dark, and with larger text. */
    private static void inOtherClothes(Hands hands, Client client, UUID caseId) {
        Hands.onScreen(() -> {
            client.appearance().theme().set(Theme.DARK);
            return true;
        });
        go(hands, client, caseId, CasePlace.CALCULATION);
        hands.picture("15-morkt");
        Hands.onScreen(() -> {
            client.appearance().theme().set(Theme.LIGHT);
            client.appearance().textSize().set(TextSize.LARGE);
            return true;
        });
        hands.picture("16-storre-text");
        Hands.onScreen(() -> {
            client.navigator().open(Main.TODAY);
            return true;
        });
        hands.picture("17-min-dag-storre-text");
        Hands.onScreen(() -> {
            client.appearance().textSize().set(TextSize.NORMAL);
            return true;
        });
    }

    static void go(Hands hands, Client client, UUID caseId, CasePlace place) {
        Hands.onScreen(() -> {
            client.navigator().openCase(caseId, place);
            return true;
        });
        Labeled shown = hands.await("ärendet", () -> hands.find(Labeled.class,
                label -> NOT_OWN.equals(label.getText()) || label.getStyleClass().contains(CaseStyles.STEP)));
        if (NOT_OWN.equals(shown.getText())) {
            hands.press("Jag hjälper eller vikarierar för en kollega");
            hands.picture("18-skal-att-oppna");
            hands.press("Öppna ärendet");
        }
        hands.settle();
    }
}
