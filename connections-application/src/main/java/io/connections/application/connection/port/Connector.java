package io.connections.application.connection.port;

/// One kind of connector (`sftp`, later `s3`, `sql`, …): what does the talking for the connection
/// types that name it. Blocking; called on virtual threads only.
public interface Connector {
    /// The word in a type's file.
    String kind();

    /// Tries the access step by step and reports each; never throws for what the outside system
    /// does.
    TestReport test(Access access);

    /// A connector for systems that hold files.
    interface Files extends Connector {
        /// Signs in. The store is to be closed.
        ///
        /// @throws ConnectorFailed with the step that failed
        FileStore open(Access access) throws ConnectorFailed;
    }
}
