package se.trepart.central.admin;

import java.util.List;

import se.trepart.central.admin.StoreCheck.Finding;

import picocli.CommandLine.Command;

@Command(name = "verify", mixinStandardHelpOptions = true, description = "Granskar hela lagret: kedjan, versionerna, flödet, bilagorna och utrensningar.")
final class VerifyCommand extends WithSettings {

    @Override
    public Integer call() {
        try (CentralAdmin admin = admin()) {
            List<Finding> findings = admin.check();
            findings.forEach(finding -> say((finding.faults() == 0 ? "rätt   " : "FEL    ") + finding.what()
                    + (finding.faults() == 0 ? "" : ": " + finding.faults() + " st, till exempel " + finding.example())));
            return findings.stream().anyMatch(finding -> finding.faults() > 0) ? 1 : 0;
        }
    }
}
