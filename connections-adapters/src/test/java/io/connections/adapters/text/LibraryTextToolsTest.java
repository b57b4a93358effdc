package io.connections.adapters.text;

import io.connections.application.goal.port.TextTools;
import io.connections.application.goal.port.TextToolsContract;

class LibraryTextToolsTest extends TextToolsContract {
    private final TextTools tools = new LibraryTextTools();

    @Override
    protected TextTools tools() {
        return tools;
    }
}
