package se.trepart.central.admin;

import picocli.CommandLine.Command;

@Command(name = "init", mixinStandardHelpOptions = true, description = "Skapar eller uppgraderar tabellerna, som databasens ägare (owner.user).")
final class InitCommand extends WithSettings {

    @Override
    public Integer call() {
        Settings settings = settings();
        CentralAdmin.init(owner(settings), settings.secret("service.password"));
        say("Klart. Tjänsten loggar in som sin egen roll, aldrig som ägare.");
        return 0;
    }
}
