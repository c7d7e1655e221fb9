package se.trepart.installer.sim;

import java.util.Optional;
import java.util.Random;

import se.trepart.central.sync.CentralStore;

/** A wrong version of some part, to see that the world notices; this one is the right version of all. */
class Mutation {

    MemoryStore store(SimWorld world) {
        return new MemoryStore(world.id());
    }

    CentralStore around(MemoryStore store) {
        return store;
    }

    SimTransport transport(SimWorld world, SimClient client) {
        return new SimTransport(world, client);
    }

    /** A real database that is asked everything too. */
    Optional<CentralStore> twin() {
        return Optional.empty();
    }

    Faults faults(Random random) {
        return Faults.drawn(random);
    }

    /** After a round of the sync has gone well. */
    void afterRound(@SuppressWarnings("unused") SimClient client) {}
}
