package se.trepart.app.template;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.imageio.ImageIO;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.letter.LetterProblem;
import se.trepart.app.shell.Desk;
import se.trepart.app.task.Newest;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.control.Brand;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;

/** The municipality's own facts while they are changed (kommunens uppgifter), with a letter that shows how they look. */
final class MunicipalityEditor {

    /** One of the facts, in the order of the form. */
    enum Fact {
        NAME,
        BOARD,
        COURT,
        STREET,
        POSTAL_CODE,
        CITY,
        PHONE,
        PHONE_HOURS,
        EMAIL,
        WEBSITE,
        COLOUR,
        LOGO_TEXT,
        /** a PNG as Base64 */
        LOGO,
        /** the first day it holds, as 2026-12-01 */
        FROM
    }

    private static final Set<Fact> NEEDED = Set.of(Fact.NAME, Fact.BOARD, Fact.COURT, Fact.STREET, Fact.POSTAL_CODE, Fact.CITY, Fact.PHONE);

    /** What is missing or wrong, and in which field. */
    record Lack(Fact fact, String words) {}

    private final TemplatesViewModel host;
    private final Municipality now;
    private final ReadOnlyObjectWrapper<List<BufferedImage>> pages = new ReadOnlyObjectWrapper<>(List.of());
    private final Newest drawing;

    MunicipalityEditor(TemplatesViewModel host, Municipality now) {
        this.host = host;
        this.now = now;
        drawing = new Newest(host.desk().tasks());
    }

    Desk desk() {
        return host.desk();
    }

    TypedText typed(Fact fact) {
        return host.typed("municipality/" + fact.name().toLowerCase(Locale.ROOT), current(fact), _ -> {});
    }

    private String current(Fact fact) {
        return switch (fact) {
            case NAME -> now.name();
            case BOARD -> now.board();
            case COURT -> now.court();
            case STREET -> now.street();
            case POSTAL_CODE -> now.postalCode();
            case CITY -> now.city();
            case PHONE -> now.phone();
            case PHONE_HOURS -> now.phoneHours();
            case EMAIL -> now.email();
            case WEBSITE -> now.website();
            case COLOUR -> now.look().colour();
            case LOGO_TEXT -> now.look().logoText();
            case LOGO -> now.look().logo();
            case FROM -> "";
        };
    }

    private String words(Fact fact) {
        return typed(fact).text().strip();
    }

    /** As it is typed. */
    private Municipality municipality() {
        Brand brand = new Brand(words(Fact.COLOUR), words(Fact.LOGO), words(Fact.LOGO_TEXT));
        return new Municipality(words(Fact.NAME), words(Fact.BOARD), words(Fact.COURT), words(Fact.STREET), words(Fact.POSTAL_CODE),
                words(Fact.CITY), words(Fact.PHONE), words(Fact.EMAIL), words(Fact.WEBSITE), words(Fact.PHONE_HOURS),
                brand.equals(Brand.PLAIN) ? null : brand);
    }

    Optional<LocalDate> from() {
        return words(Fact.FROM).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(words(Fact.FROM)));
    }

    boolean hasLogo() {
        return !words(Fact.LOGO).isEmpty();
    }

    /** Everything that stops it, in the order of the form. */
    List<Lack> lacks() {
        Texts texts = desk().texts();
        List<Lack> lacks = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            if (NEEDED.contains(fact) && words(fact).isEmpty()) {
                lacks.add(new Lack(fact, texts.of("template.municipality.needed", texts.name("template.fact", fact))));
            }
        }
        municipality().look().faults().forEach(fault -> lacks.add(new Lack(switch (fault) {
            case NO_COLOUR, PALE -> Fact.COLOUR;
            case NO_PICTURE, TOO_LARGE -> Fact.LOGO;
            case NO_TEXT -> Fact.LOGO_TEXT;
        }, texts.name("template.brand", fault))));
        if (from().isEmpty()) {
            lacks.add(new Lack(Fact.FROM, texts.of("template.municipality.from-needed")));
        } else if (from().get().isBefore(desk().today())) {
            lacks.add(new Lack(Fact.FROM, texts.of("template.municipality.from-past")));
        }
        return lacks;
    }

    ReadOnlyObjectProperty<List<BufferedImage>> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Draws a letter with what is typed. @param wait how long it waits for something newer */
    void draw(Duration wait) {
        Municipality typed = municipality();
        Municipality shown = typed.look().faults().isEmpty() ? typed : with(typed, Brand.PLAIN);
        drawing.of(wait, () -> host.office().sample(shown)).then(pages::set).on(LetterProblem.class, _ -> pages.set(List.of())).start();
    }

    private static Municipality with(Municipality m, Brand brand) {
        return new Municipality(m.name(), m.board(), m.court(), m.street(), m.postalCode(), m.city(), m.phone(), m.email(), m.website(),
                m.phoneHours(), brand);
    }

    void cancel() {
        drawing.cancel();
    }

    /** Välj logotyp: a PNG that can be read, small enough to go with every letter. */
    void pickLogo() {
        Texts texts = desk().texts();
        List<Path> picked = desk().dialogs().pickFiles(texts.of("template.logo.pick"), texts.of("template.logo.kind"), List.of("png"));
        if (!picked.isEmpty()) {
            desk().tasks().of(() -> read(picked.getFirst())).then(logo -> {
                if (logo.isEmpty()) {
                    desk().dialogs().error(texts.of("template.logo.pick"), texts.name("template.brand", Brand.Fault.NO_PICTURE));
                } else {
                    typed(Fact.LOGO).textProperty().set(logo);
                }
            })
                    .on(IOException.class,
                            _ -> desk().dialogs()
                                    .error(texts.of("template.logo.pick"), texts.name("template.brand", Brand.Fault.NO_PICTURE)))
                    .start();
        }
    }

    /** Base64; empty when it is no picture. */
    private static String read(Path file) throws IOException {
        if (Files.size(file) > 4L * Brand.LARGEST_LOGO) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(file);
        return ImageIO.read(new ByteArrayInputStream(bytes)) == null ? "" : Base64.getEncoder().encodeToString(bytes);
    }

    void dropLogo() {
        typed(Fact.LOGO).textProperty().set("");
        typed(Fact.LOGO_TEXT).textProperty().set("");
    }

    /** Letters of the day and later have it. What holds later than that, such as next year's numbers, has it too. */
    void save() {
        if (!lacks().isEmpty()) {
            return;
        }
        Municipality next = municipality();
        LocalDate day = from().orElseThrow();
        host.changeMunicipality(all -> {
            Settings before = Settings.at(all, day);
            Intent intent = before.validFrom().equals(day)
                    ? Intent.change(before, before.with(next))
                    : Intent.create(before.from(desk().newId().get(), day).with(next));
            for (Settings later : all) {
                if (later.validFrom().isAfter(day)) {
                    intent = intent.andChange(later, later.with(next));
                }
            }
            return intent;
        }, () -> {
            for (Fact fact : Fact.values()) {
                typed(fact).show(fact == Fact.FROM ? "" : typed(fact).text());
            }
            typed(Fact.FROM).textProperty().set("");
            host.toList();
        });
    }
}
