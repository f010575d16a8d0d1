package io.routiq.application;

class FakeSealerTest extends SealerContract {

    private final Sealer sealer = new FakeSealer();

    @Override
    protected Sealer sealer() {
        return sealer;
    }
}
