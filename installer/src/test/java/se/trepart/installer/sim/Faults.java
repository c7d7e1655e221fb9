package se.trepart.installer.sim;

import java.util.Random;

/**
 * How bad this world is, drawn from its seed, so that some seeds are calm with one kind of trouble and others are all trouble at once.
 *
 * @param network probability that a request goes wrong
 * @param powerCut probability, per place, that a workstation loses its power there
 * @param between probability that others run inside a transaction of the central store
 * @param serverDies probability that the service dies before or after a commit
 * @param lostWakeup probability that a hint of news is lost
 * @param bigRequest operations that a proxy on the way lets through in one request
 */
record Faults(double network, double powerCut, double between, double serverDies, double lostWakeup, int bigRequest) {

    static final Faults NONE = new Faults(0, 0, 0, 0, 0, Integer.MAX_VALUE);

    static Faults drawn(Random random) {
        return new Faults(one(random, 0, 0.05, 0.15, 0.4), one(random, 0, 0.002, 0.01, 0.03), one(random, 0, 0.05, 0.15),
                one(random, 0, 0, 0.02, 0.1), one(random, 0, 0.1, 0.5), random.nextInt(4) == 0 ? 2 + random.nextInt(6) : Integer.MAX_VALUE);
    }

    private static double one(Random random, double... rates) {
        return rates[random.nextInt(rates.length)];
    }
}
