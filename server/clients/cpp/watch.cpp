// Learns how strong the signal is at rest, tells effort from rest on what comes, and lets the person close the hand every
// other second.
//   g++ -std=c++17 -O2 watch.cpp -o watch && ./watch [127.0.0.1] [8080] [seconds] [token]
#include <algorithm>
#include <cmath>
#include <iostream>
#include "myodesis.hpp"

int main(int count, char** given) try {
  const auto argument = [&](int n, const char* otherwise) { return std::string(count > n ? given[n] : otherwise); };
  myodesis::Patient patient(argument(1, "127.0.0.1"), argument(2, "8080"), argument(4, ""));
  const double rate = std::stod(myodesis::field(patient.info, "sampleRateHz"));
  const double seconds = std::stod(argument(3, "10"));
  const std::string rest = R"({"op":"setIntent","activations":[]})";
  const std::string close = R"({"op":"setIntent","activations":[{"movement":"hand-close","strength":0.4}]})";
  patient.request(rest);
  patient.request(R"({"op":"subscribe","streams":["filtered"]})");

  double resting = 0, sum = 0, values = 0;
  int64_t first = -1;
  for (int tenths = 0; tenths < 10 * seconds;) {
    const auto frame = patient.next();  // channels x samples, in volts
    if (first < 0) first = frame.index;
    for (const float volts : frame.data) sum += volts * volts;
    values += frame.data.size();
    if (frame.index - first < 0.1 * rate * (tenths + 1)) continue;
    const double microvolts = 1e6 * std::sqrt(sum / values);
    sum = values = 0;
    const bool learning = ++tenths <= 10, closing = tenths / 10 % 2 == 1;
    if (learning && tenths > 5) resting = std::max(resting, microvolts);
    if (tenths % 10 == 0) patient.request(closing ? close : rest);
    if (!learning)
      std::cout << 0.1 * tenths << " s: " << std::lround(microvolts) << " uV, intended "
                << (closing ? "hand-close" : "rest") << ", seen " << (microvolts > 2 * resting ? "effort" : "rest") << '\n';
  }
  patient.request(R"({"op":"setIntent","activations":null})");
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
