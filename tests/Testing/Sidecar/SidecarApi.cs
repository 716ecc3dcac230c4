using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;

namespace Assessment.Testing.Sidecar;

/// <summary>
/// The two calls of <c>dapr.proto.runtime.v1.Dapr</c> that this project makes. Dapr.Protos has the messages and the
/// client's half; the server's half is written here, method by method, and virtual, as the binder wants them.
/// </summary>
[BindServiceMethod(typeof(SidecarApi), nameof(Bind))]
public class SidecarApi(HeldSecrets held)
{
    private const string Service = "dapr.proto.runtime.v1.Dapr";

    private static readonly Method<GetSecretRequest, GetSecretResponse> GetSecretMethod = MethodOf(
        "GetSecret",
        GetSecretRequest.Parser,
        GetSecretResponse.Parser
    );

    private static readonly Method<
        GetBulkSecretRequest,
        GetBulkSecretResponse
    > GetBulkSecretMethod = MethodOf(
        "GetBulkSecret",
        GetBulkSecretRequest.Parser,
        GetBulkSecretResponse.Parser
    );

    public static void Bind(ServiceBinderBase binder, SidecarApi api)
    {
        binder.AddMethod(
            GetSecretMethod,
            api is null
                ? null
                : new UnaryServerMethod<GetSecretRequest, GetSecretResponse>(api.GetSecret)
        );
        binder.AddMethod(
            GetBulkSecretMethod,
            api is null
                ? null
                : new UnaryServerMethod<GetBulkSecretRequest, GetBulkSecretResponse>(
                    api.GetBulkSecret
                )
        );
    }

    public virtual Task<GetSecretResponse> GetSecret(
        GetSecretRequest request,
        ServerCallContext context
    )
    {
        var store = held.Enter(request.StoreName, context.RequestHeaders);
        var response = new GetSecretResponse();
        response.Data.Add(
            store.TryGetValue(request.Key, out var secret)
                ? new Dictionary<string, string>(secret)
                : throw new RpcException(
                    new Status(
                        StatusCode.Internal,
                        $"failed getting secret with key {request.Key} from secret store {request.StoreName}"
                    )
                )
        );
        return Task.FromResult(response);
    }

    public virtual Task<GetBulkSecretResponse> GetBulkSecret(
        GetBulkSecretRequest request,
        ServerCallContext context
    )
    {
        var response = new GetBulkSecretResponse();
        foreach (var (name, secret) in held.Enter(request.StoreName, context.RequestHeaders))
        {
            var one = new SecretResponse();
            one.Secrets.Add(new Dictionary<string, string>(secret));
            response.Data.Add(name, one);
        }

        return Task.FromResult(response);
    }

    private static Method<TRequest, TResponse> MethodOf<TRequest, TResponse>(
        string name,
        MessageParser<TRequest> requests,
        MessageParser<TResponse> responses
    )
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        new(
            MethodType.Unary,
            Service,
            name,
            Marshallers.Create(message => message.ToByteArray(), requests.ParseFrom),
            Marshallers.Create(message => message.ToByteArray(), responses.ParseFrom)
        );
}
