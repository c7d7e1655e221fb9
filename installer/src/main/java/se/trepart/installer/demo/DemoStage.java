package se.trepart.installer.demo;

/** How far an application of the demo office has come. */
enum DemoStage {
    RECEIVED,
    WAITING,
    INVESTIGATED,
    WITH_DECIDER,
    RETURNED,
    COMMUNICATED,
    DECIDED,
    SENT
}
