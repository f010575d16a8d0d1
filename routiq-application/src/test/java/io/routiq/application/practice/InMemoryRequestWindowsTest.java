package io.routiq.application.practice;

class InMemoryRequestWindowsTest extends RequestWindowsContract {

    private final RequestWindows windows = new InMemoryRequestWindows();

    @Override
    protected RequestWindows windows() {
        return windows;
    }
}
