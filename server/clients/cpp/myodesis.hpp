// Myodesis from C++17 and POSIX sockets: one file that needs no library. Copy it beside your program.
#pragma once
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace myodesis {

// What went wrong, and after "hint:" what to do instead.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A piece of a stream: rows x columns numbers, row by row; index is the absolute sample of the first column.
struct Frame {
  int stream;  // 1 raw, 2 filtered, 3 envelope, 4 features, 5 decisions, 6 command, 7 prosthesis, 8 truth, 9 clean
  size_t rows, columns;
  int64_t index;
  std::vector<float> data;
};

// The value of a field of a JSON object as the service writes it: text without its quotes, anything else as it stands;
// empty where there is none. For the few things that a client must know.
inline std::string field(const std::string& json, const std::string& name) {
  size_t begin = 0;
  for (size_t at = 0, depth = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      const size_t from = at + 1;
      while (++at < json.size() && json[at] != '"') at += json[at] == '\\';
      if (depth == 1 && json.compare(at, 2, "\":") == 0 && json.compare(from, at - from, name) == 0) begin = at + 2;
    }
    depth += c == '{' || c == '[';
    depth -= c == '}' || c == ']';
    if (begin == 0 || begin > at || !((c == ',' && depth == 1) || depth == 0)) continue;
    if (json[begin] != '"') return json.substr(begin, at - begin);
    std::string text;
    for (size_t i = begin + 1; i + 1 < at; ++i) text += json[json[i] == '\\' ? ++i : i];
    return text;
  }
  return "";
}

// A patient of a running service; waits until they live. Not for several threads at once.
class Patient {
 public:
  std::string info;  // the newest "serverInfo", as JSON: channels, classes, movements, streams …

  explicit Patient(const std::string& host = "127.0.0.1", const std::string& port = "8080",
                   const std::string& token = "", const std::string& session = "") {
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host.c_str(), port.c_str(), &hints, &found) == 0)
      for (auto one = found; one && wire < 0; one = one->ai_next) {
        wire = socket(one->ai_family, SOCK_STREAM, 0);
        if (wire >= 0 && connect(wire, one->ai_addr, one->ai_addrlen) != 0) leave();
      }
    if (found) freeaddrinfo(found);
    if (wire < 0) throw Error("no service at " + host + ":" + port + "\n  hint: Start one with \"npx myodesis serve\".");
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";  // of IPv6
    put("GET /stream" + (session.empty() ? "" : "?session=" + session) + " HTTP/1.1\r\nHost: " + name + ":" + port +
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: bXlvZGVzaXMgZnJvbSBDKw==\r\nSec-WebSocket-Protocol: myodesis.v1\r\n" +
        (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n");
    std::string reply;
    while (reply.find("\r\n\r\n") == std::string::npos) reply += take(1);
    if (reply.compare(9, 3, "101") != 0) {
      char why[1000] = "";
      recv(wire, why, sizeof why - 1, MSG_WAITALL);
      leave();
      throw Error(why[0] ? why : reply);
    }
    while (!alive) hear();
  }
  Patient(const Patient&) = delete;
  ~Patient() { leave(); }

  // Send a request of the protocol, such as {"op":"subscribe","streams":["raw"]}; what the service says against it is
  // thrown by next().
  void request(const std::string& json) { say(json, 1); }

  // Wait for the next frame of the streams that were subscribed to.
  Frame next() {
    std::string bytes;
    while (bytes.empty()) bytes = hear();
    uint16_t rows;
    uint32_t columns;
    double index;
    std::memcpy(&rows, &bytes[2], 2);
    std::memcpy(&columns, &bytes[4], 4);
    std::memcpy(&index, &bytes[8], 8);
    std::vector<float> data(size_t(rows) * columns);
    if (bytes.size() != 24 + 4 * data.size()) throw Error("a frame that is not understood came");
    std::memcpy(data.data(), &bytes[24], 4 * data.size());
    return {bytes[0], rows, columns, int64_t(index), std::move(data)};
  }

 private:
  int wire = -1;
  bool alive = false;  // calibrated, and the streams run

  void leave() {
    if (wire >= 0) close(wire);
    wire = -1;
  }
  std::string take(size_t count) {
    std::string bytes(count, '\0');
    if (recv(wire, &bytes[0], count, MSG_WAITALL) != ssize_t(count)) throw Error("the connection has ended");
    return bytes;
  }
  void put(const std::string& bytes) {
    if (send(wire, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
      throw Error("the connection has ended");
  }
  // Clients mask what they say, for the sake of proxies that guess; a mask of zeros leaves the bytes as they are.
  void say(const std::string& text, int kind) {
    std::string head{char(0x80 | kind)};
    if (text.size() > 65535) throw Error("a request of more than 65535 bytes\n  hint: Use PUT /api/scenario for a whole one.");
    if (text.size() > 125) head += {char(0xfe), char(text.size() >> 8), char(text.size())};
    else head += char(0x80 | text.size());
    put(head + std::string(4, '\0') + text);
  }
  // Read one message of the service, each of which comes in one piece; gives a frame's bytes, or nothing.
  std::string hear() {
    const std::string head = take(2);
    uint64_t size = head[1] & 127;
    if (const int more = size == 126 ? 2 : size == 127 ? 8 : 0) {
      size = 0;
      for (const unsigned char byte : take(more)) size = size << 8 | byte;
    }
    const std::string message = take(size);
    switch (head[0] & 15) {
      case 2:
        return message;
      case 9:
        say(message, 10);
        break;
      case 8:
        throw Error(message.size() > 2 ? message.substr(2) : "the service closed the connection");
      default:
        if (field(message, "op") == "error") throw Error(field(message, "message") + "\n  hint: " + field(message, "hint"));
        if (field(message, "op") == "serverInfo") info = message;
        if (field(message, "op") != "status") break;
        if (field(message, "phase") == "failed") throw Error(field(message, "text"));
        alive = field(message, "phase") != "calibrating";
    }
    return "";
  }
};

}  // namespace myodesis
