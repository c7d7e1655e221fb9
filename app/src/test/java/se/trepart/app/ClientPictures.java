package se.trepart.app;

import java.nio.file.Path;
import java.util.List;

import se.trepart.app.settings.Appearance.TextSize;
import se.trepart.app.settings.Appearance.Theme;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.RolePlaces;

/** Draws the lists and the frame, for people to look at: {@code java … ClientPictures folder}. */
public final class ClientPictures {

    private ClientPictures() {}

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        Path store = java.nio.file.Files.createTempDirectory("pictures");
        Pictures.start();
        try (Office office = new Office(store)) {
            office.fill();
            var stage = Pictures.stage();
            Client[] client = new Client[1];
            Pictures.onScreen(() -> client[0] = Client.open(stage, office.workstation, Office.session(), Office.CLOCK, OfficeMenu.NONE));
            while (!client[0].ready()) {
                Pictures.settle();
            }
            for (String look : List.of("light", "dark", "large")) {
                Pictures.onScreen(() -> {
                    client[0].appearance().theme().set(look.equals("dark") ? Theme.DARK : Theme.LIGHT);
                    client[0].appearance().textSize().set(look.equals("large") ? TextSize.LARGE : TextSize.NORMAL);
                });
                for (Main place : RolePlaces.of(Office.KARIN.roles())) {
                    Pictures.onScreen(() -> client[0].navigator().open(place));
                    Pictures.take(out, look + "-" + place.name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        System.exit(0);
    }
}
